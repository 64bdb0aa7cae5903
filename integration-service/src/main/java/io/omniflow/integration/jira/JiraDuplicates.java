package io.omniflow.integration.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.link.domain.IssueDraft;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.sync.domain.Comment;
import io.omniflow.integration.sync.domain.Issue;
import io.omniflow.integration.sync.domain.StateKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the issues a ticket has in Jira by their label, and leaves one of them. */
@ApplicationScoped
class JiraDuplicates {
    private static final String AUTHOR = "Omniflow";

    private final JiraClient jira;
    private final JiraMoves moves;
    private final JiraComments comments;

    JiraDuplicates(JiraClient jira, JiraMoves moves, JiraComments comments) {
        this.jira = jira;
        this.moves = moves;
        this.comments = comments;
    }

    /**
     * The oldest first.
     *
     * @param known ids of issues a search must not miss
     */
    Uni<CallResult<List<Issue>>> find(OpenConnection connection, IssueDraft draft, List<String> known) {
        String jql = JiraFields.jql(draft);
        return jira.call(connection, (api, at) -> JiraDialect.of(connection).search(api, at, jql, known))
                .map(answer -> JiraResults.of(answer, page -> issues(connection, page)));
    }

    /** Jira counts its ids upwards. */
    private static Optional<List<Issue>> issues(OpenConnection connection, JsonNode page) {
        return page.path("issues").isArray()
                ? Optional.of(page.path("issues")
                        .valueStream()
                        .flatMap(node -> JiraReadings.issue(connection, node).stream())
                        .sorted(Comparator.comparing(issue -> new BigInteger(issue.id())))
                        .toList())
                : Optional.empty();
    }

    /**
     * Closes all but the first, saying why. What cannot be closed is told, and left to people.
     *
     * @return what is to be told; empty when there was one issue only
     */
    Uni<Optional<Problem>> close(OpenConnection connection, IssueDraft draft, List<Issue> oldestFirst) {
        Issue oldest = oldestFirst.getFirst();
        Uni<Optional<Problem>> told = Uni.createFrom().item(Optional.empty());
        for (Issue duplicate : oldestFirst.subList(1, oldestFirst.size())) {
            told = told.flatMap(
                    before -> close(connection, draft, oldest, duplicate).map(said -> Optional.of(both(before, said))));
        }
        return told;
    }

    private Uni<Problem> close(OpenConnection connection, IssueDraft draft, Issue oldest, Issue duplicate) {
        UUID id = UUID.nameUUIDFromBytes((draft.id() + " " + duplicate.id()).getBytes(StandardCharsets.UTF_8));
        Comment why = new Comment(
                id,
                AUTHOR,
                "This issue was made twice by mistake, because Jira did not answer the first time. The ticket is tied"
                        + " to "
                        + oldest.key() + "; this one is closed as its duplicate.");
        return comments.say(connection, duplicate.id(), why, Claim.Earlier.SOME)
                .flatMap(_ -> moves.move(connection, duplicate.id(), JiraRoute.toAny(StateKind.DONE)))
                .map(moved -> new Problem(
                        "duplicate-issue",
                        409,
                        moved instanceof CallResult.Done<Issue>
                                ? duplicate.key() + " was made twice by mistake and closed as a duplicate of "
                                        + oldest.key()
                                : duplicate.key() + " was made twice by mistake, is a duplicate of " + oldest.key()
                                        + " and could not be closed; please close it by hand"));
    }

    private static Problem both(Optional<Problem> before, Problem said) {
        return before.map(known -> new Problem(said.type(), said.status(), known.detail() + ". " + said.detail()))
                .orElse(said);
    }
}
