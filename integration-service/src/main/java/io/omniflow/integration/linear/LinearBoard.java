package io.omniflow.integration.linear;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.sync.Issues;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.sync.domain.Comment;
import io.omniflow.integration.sync.domain.ExternalState;
import io.omniflow.integration.sync.domain.Issue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Linear's issues, read and changed. A move is one step there, whatever the states. */
@ApplicationScoped
class LinearBoard implements Issues {
    /** {@code /acme/issue/ENG-7/its-title} */
    private static final Pattern ISSUE_PATH =
            Pattern.compile("/[^/]+/issue/([A-Za-z][A-Za-z0-9]{0,9}-[0-9]{1,9})(/.*)?");

    private final LinearClient linear;

    LinearBoard(LinearClient linear) {
        this.linear = linear;
    }

    @Override
    public Set<ExternalSystem> systems() {
        return Set.of(ExternalSystem.LINEAR);
    }

    @Override
    public Optional<String> named(OpenConnection connection, URI address) {
        if (!"linear.app".equalsIgnoreCase(address.getHost()) || address.getPath() == null) {
            return Optional.empty();
        }
        Matcher path = ISSUE_PATH.matcher(address.getPath());
        return path.matches() ? Optional.of(path.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    @Override
    public Uni<CallResult<Issue>> fetch(OpenConnection connection, String idOrKey) {
        return linear.call(connection, LinearDocuments.ISSUE_BY_ID, Map.of("id", idOrKey))
                .map(answer -> answer instanceof LinearAnswer.Refused(String message)
                        ? new CallResult.Missing<>(Problem.missing(message))
                        : LinearResults.of(answer, data -> LinearStates.issue(data.path("issue"))));
    }

    @Override
    public Uni<CallResult<Issue>> move(OpenConnection connection, String id, ExternalState target) {
        return linear.call(
                        connection,
                        LinearDocuments.ISSUE_UPDATE,
                        Map.of("id", id, "input", Map.of("stateId", target.id())))
                .map(answer -> LinearResults.of(
                        answer, done("issueUpdate", payload -> LinearStates.issue(payload.path("issue")))));
    }

    /**
     * The comment's id is ours, so a second creation is refused; and since Linear does not say how, whatever is refused is
     * looked up before the refusal is believed.
     */
    @Override
    public Uni<CallResult<String>> comment(
            OpenConnection connection, String id, Comment comment, Claim.Earlier earlier) {
        Map<String, Object> input = Map.of(
                "id", comment.id().toString(), "issueId", id, "body", comment.author() + ":\n\n" + comment.text());
        return linear.call(connection, LinearDocuments.COMMENT_CREATE, Map.of("input", input))
                .flatMap(answer -> answer instanceof LinearAnswer.Refused refused
                        ? written(connection, comment, refused)
                        : Uni.createFrom()
                                .item(LinearResults.of(
                                        answer, done("commentCreate", payload -> commentId(payload.path("comment"))))));
    }

    private Uni<CallResult<String>> written(OpenConnection connection, Comment comment, LinearAnswer.Refused refused) {
        return linear.call(
                        connection,
                        LinearDocuments.COMMENT_BY_ID,
                        Map.of("id", comment.id().toString()))
                .map(answer -> answer instanceof LinearAnswer.Refused
                        ? LinearResults.of(refused, _ -> Optional.empty())
                        : LinearResults.of(answer, data -> commentId(data.path("comment"))));
    }

    @Override
    public Uni<CallResult<List<ExternalState>>> states(OpenConnection connection) {
        return linear.call(connection, LinearDocuments.STATES, Map.of("teamId", connection.setting("teamId")))
                .map(answer -> LinearResults.of(answer, data -> Optional.of(
                                data.path("team").path("states").path("nodes"))
                        .filter(JsonNode::isArray)
                        .map(LinearStates::states)));
    }

    @Override
    public Uni<CallResult<Issue>> attach(OpenConnection connection, Issue issue, String title, URI ticketAddress) {
        Map<String, Object> input = Map.of("issueId", issue.id(), "title", title, "url", ticketAddress.toString());
        return linear.call(connection, LinearDocuments.ATTACHMENT_CREATE, Map.of("input", input))
                .map(answer -> LinearResults.of(answer, done("attachmentCreate", _ -> Optional.of(issue))));
    }

    /** Linear says beside the data whether it did it. */
    private static <T> Function<JsonNode, Optional<T>> done(String mutation, Function<JsonNode, Optional<T>> result) {
        return data -> {
            JsonNode payload = data.path(mutation);
            return payload.path("success").asBoolean() ? result.apply(payload) : Optional.empty();
        };
    }

    private static Optional<String> commentId(JsonNode comment) {
        return Optional.of(comment.path("id").asText("")).filter(id -> !id.isEmpty());
    }
}
