package io.omniflow.integration.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.sync.domain.Comment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Says something at an issue once. Jira takes no id for a comment, so each carries a marker, and after an attempt of unknown
 * outcome the newest comments are searched for it. Reading them is not delayed as searching issues is.
 */
@ApplicationScoped
class JiraComments {
    private static final String NEWEST_FIRST = "-created";

    /** Those that may have come since the attempt before. */
    private static final int LOOKED_AT = 100;

    private final JiraClient jira;

    JiraComments(JiraClient jira) {
        this.jira = jira;
    }

    /** @return the id of the comment */
    Uni<CallResult<String>> say(OpenConnection connection, String issue, Comment comment, Claim.Earlier earlier) {
        return switch (earlier) {
            case NONE -> write(connection, issue, comment);
            case SOME ->
                find(connection, issue, comment)
                        .flatMap(looked -> JiraResults.then(looked, found -> found.map(JiraResults::done)
                                .orElseGet(() -> write(connection, issue, comment))));
        };
    }

    private Uni<CallResult<String>> write(OpenConnection connection, String issue, Comment comment) {
        JsonNode text = JiraDialect.of(connection).written(JiraDescriptions.comment(comment));
        JsonNode body = JsonNodeFactory.instance.objectNode().set("body", text);
        return jira.call(connection, (api, at) -> api.comment(at.url(), at.authorization(), at.version(), issue, body))
                .map(answer -> JiraResults.of(
                        answer, made -> Optional.of(made.path("id").asText("")).filter(id -> !id.isEmpty())));
    }

    private Uni<CallResult<Optional<String>>> find(OpenConnection connection, String issue, Comment comment) {
        JiraDialect dialect = JiraDialect.of(connection);
        String marker = JiraDescriptions.marker(comment.id());
        return jira.call(
                        connection,
                        (api, at) -> api.comments(
                                at.url(), at.authorization(), at.version(), issue, NEWEST_FIRST, LOOKED_AT))
                .map(answer -> JiraResults.of(
                        answer,
                        page -> Optional.of(page.path("comments")
                                .valueStream()
                                .filter(known ->
                                        dialect.plain(known.path("body")).contains(marker))
                                .map(known -> known.path("id").asText())
                                .findFirst())));
    }
}
