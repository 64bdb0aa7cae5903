package io.omniflow.integration.linear;

import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.link.IssueTracker;
import io.omniflow.integration.link.domain.ExternalIssue;
import io.omniflow.integration.link.domain.IssueDraft;
import io.omniflow.integration.link.domain.PushResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes issues in Linear under ids of our own. After an attempt of unknown outcome the id is looked up first; and since
 * Linear does not say how it refuses an id that is taken, a refused creation is looked up as well before it is believed.
 */
@ApplicationScoped
class LinearTracker implements IssueTracker {
    private final LinearClient linear;

    LinearTracker(LinearClient linear) {
        this.linear = linear;
    }

    @Override
    public Set<ExternalSystem> systems() {
        return Set.of(ExternalSystem.LINEAR);
    }

    @Override
    public Uni<PushResult> push(OpenConnection connection, IssueDraft draft, Claim.Earlier earlier) {
        return switch (earlier) {
            case NONE -> create(connection, draft);
            case SOME -> find(connection, draft, () -> create(connection, draft));
        };
    }

    private Uni<PushResult> create(OpenConnection connection, IssueDraft draft) {
        Map<String, Object> variables = LinearIssues.create(draft, connection.setting("teamId"));
        return linear.call(connection, LinearDocuments.ISSUE_CREATE, variables).flatMap(answer -> switch (answer) {
            case LinearAnswer.Data(var data) -> {
                var payload = data.path("issueCreate");
                Optional<ExternalIssue> issue = LinearIssues.issue(payload.path("issue"));
                yield payload.path("success").asBoolean() && issue.isPresent()
                        ? attach(connection, draft, issue.get())
                        : find(connection, draft, () -> unclear("Linear did not say which issue it made"));
            }
            case LinearAnswer.Refused(String message) ->
                find(connection, draft, () -> result(new PushResult.Refused(Problem.refused(message))));
            default -> result(noData(answer));
        });
    }

    /** Goes on with the issue when it is there, and with {@code absent} when it is not. */
    private Uni<PushResult> find(OpenConnection connection, IssueDraft draft, Supplier<Uni<PushResult>> absent) {
        return linear.call(
                        connection,
                        LinearDocuments.ISSUE_BY_ID,
                        Map.of("id", draft.id().toString()))
                .flatMap(answer -> switch (answer) {
                    case LinearAnswer.Data(var data) ->
                        LinearIssues.issue(data.path("issue"))
                                .map(issue -> attach(connection, draft, issue))
                                .orElseGet(absent);
                    case LinearAnswer.Refused _ -> absent.get();
                    default -> result(noData(answer));
                });
    }

    private Uni<PushResult> attach(OpenConnection connection, IssueDraft draft, ExternalIssue issue) {
        return linear.call(connection, LinearDocuments.ATTACHMENT_CREATE, LinearIssues.attachment(draft, issue))
                .flatMap(answer -> switch (answer) {
                    case LinearAnswer.Data(var data) ->
                        data.path("attachmentCreate").path("success").asBoolean()
                                ? result(new PushResult.Made(issue, null))
                                : unclear("Linear did not attach the ticket's address");
                    case LinearAnswer.Refused(String message) -> made(issue, Problem.refused(message));
                    case LinearAnswer.Unauthorized(String message) -> made(issue, Problem.unauthorized(message));
                    default -> result(noData(answer));
                });
    }

    /** The issue is there and must be linked, even when the way back could not be attached. */
    private static Uni<PushResult> made(ExternalIssue issue, @Nullable Problem flaw) {
        return result(new PushResult.Made(issue, flaw));
    }

    private static PushResult noData(LinearAnswer answer) {
        return switch (answer) {
            case LinearAnswer.Data _ ->
                new PushResult.Unclear(Problem.unclear("Linear's answer was empty"), Optional.empty());
            case LinearAnswer.Unauthorized(String message) -> new PushResult.Refused(Problem.unauthorized(message));
            case LinearAnswer.Refused(String message) -> new PushResult.Refused(Problem.refused(message));
            case LinearAnswer.Throttled(String message, var wait) ->
                new PushResult.Unclear(Problem.throttled(message), wait);
            case LinearAnswer.Unclear(String message, var wait) ->
                new PushResult.Unclear(Problem.unclear(message), wait);
            case LinearAnswer.NotSent(String message, var wait) ->
                new PushResult.HeldBack(Problem.unclear(message), wait);
        };
    }

    private static Uni<PushResult> unclear(String message) {
        return result(new PushResult.Unclear(Problem.unclear(message), Optional.empty()));
    }

    private static Uni<PushResult> result(PushResult result) {
        return Uni.createFrom().item(result);
    }
}
