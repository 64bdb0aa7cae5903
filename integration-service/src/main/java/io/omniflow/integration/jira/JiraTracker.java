package io.omniflow.integration.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.link.IssueTracker;
import io.omniflow.integration.link.domain.ExternalIssue;
import io.omniflow.integration.link.domain.IssueDraft;
import io.omniflow.integration.link.domain.PushResult;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.sync.domain.Issue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes issues in Jira, which takes no id from its callers: each carries a label of its own. After an attempt of unknown outcome
 * it is waited until a search would find the issue, and only when none is found another one is made. Should there be two all
 * the same, the older one stays.
 */
@ApplicationScoped
class JiraTracker implements IssueTracker {
    private static final String PRIORITY = "priority";

    private final JiraClient jira;
    private final JiraIssues issues;
    private final JiraDuplicates duplicates;
    private final JiraConfig config;

    JiraTracker(JiraClient jira, JiraIssues issues, JiraDuplicates duplicates, JiraConfig config) {
        this.jira = jira;
        this.issues = issues;
        this.duplicates = duplicates;
        this.config = config;
    }

    /** What is needed of an issue to tie a ticket to it. */
    private record Made(String id, String key) {}

    @Override
    public Set<ExternalSystem> systems() {
        return issues.systems();
    }

    @Override
    public Uni<PushResult> push(OpenConnection connection, IssueDraft draft, Claim.Earlier earlier) {
        return switch (earlier) {
            case NONE ->
                create(connection, draft, JiraFields.Extent.ALL)
                        .flatMap(made -> or(made, issue -> attachNew(connection, draft, issue)));
            case SOME ->
                duplicates
                        .find(connection, draft, List.of())
                        .flatMap(looked -> or(
                                looked,
                                found -> found.isEmpty()
                                        ? createAgain(connection, draft)
                                        : keepOldest(connection, draft, found)));
        };
    }

    /** The search before may have been too early after all, so it is looked once more, the new issue included. */
    private Uni<PushResult> createAgain(OpenConnection connection, IssueDraft draft) {
        return create(connection, draft, JiraFields.Extent.ALL)
                .flatMap(made -> or(made, issue -> duplicates
                        .find(connection, draft, List.of(issue.id()))
                        .flatMap(looked -> looked instanceof CallResult.Done<List<Issue>>(var found) && !found.isEmpty()
                                ? keepOldest(connection, draft, found)
                                : attachNew(connection, draft, issue))));
    }

    private Uni<PushResult> keepOldest(OpenConnection connection, IssueDraft draft, List<Issue> found) {
        Issue oldest = found.getFirst();
        return duplicates
                .close(connection, draft, found)
                .flatMap(flaw -> attach(connection, draft, new Made(oldest.id(), oldest.key()), flaw.orElse(null)));
    }

    private Uni<CallResult<Made>> create(OpenConnection connection, IssueDraft draft, JiraFields.Extent extent) {
        var body = JiraFields.issue(connection, draft, extent);
        return jira.call(connection, (api, at) -> api.create(at.url(), at.authorization(), at.version(), body))
                .flatMap(answer -> extent == JiraFields.Extent.ALL && objectsToPriority(answer)
                        ? create(connection, draft, JiraFields.Extent.WITHOUT_PRIORITY)
                        : Uni.createFrom().item(waited(connection, JiraResults.of(answer, JiraTracker::made))));
    }

    private static boolean objectsToPriority(JiraAnswer answer) {
        return answer instanceof JiraAnswer.Refused(var _, Set<String> fields) && fields.equals(Set.of(PRIORITY));
    }

    private static Optional<Made> made(JsonNode node) {
        String id = node.path("id").asText("");
        String key = node.path("key").asText("");
        return id.isEmpty() || key.isEmpty() ? Optional.empty() : Optional.of(new Made(id, key));
    }

    /** The issue may exist now, and must be given the time to become visible. */
    private CallResult<Made> waited(OpenConnection connection, CallResult<Made> result) {
        if (!(result instanceof CallResult.Unclear<Made>(Problem problem, Optional<Duration> asked))) {
            return result;
        }
        return new CallResult.Unclear<>(problem, visible(connection, asked));
    }

    /** No sooner than a search finds what was made just now, and not before Jira wants to be asked. */
    private Optional<Duration> visible(OpenConnection connection, Optional<Duration> asked) {
        Optional<Duration> delay =
                Optional.of(JiraDialect.of(connection).searchDelay(config)).filter(Duration::isPositive);
        return Stream.concat(asked.stream(), delay.stream()).max(Duration::compareTo);
    }

    /** The next attempt has to find the issue, so it waits as after a creation of unknown outcome. */
    private Uni<PushResult> attachNew(OpenConnection connection, IssueDraft draft, Made issue) {
        return attach(connection, draft, issue, null).map(tied -> switch (tied) {
            case PushResult.Unclear(Problem why, var asked) -> new PushResult.Unclear(why, visible(connection, asked));
            case PushResult.HeldBack(Problem why, Duration pause) ->
                new PushResult.HeldBack(
                        why, visible(connection, Optional.of(pause)).orElse(pause));
            case PushResult.Made _, PushResult.Refused _ -> tied;
        });
    }

    /** @param known what else is to be told of the issue */
    private Uni<PushResult> attach(OpenConnection connection, IssueDraft draft, Made issue, @Nullable Problem known) {
        var link = JiraFields.remoteLink(
                "Ticket #" + draft.ticket().number() + ": " + draft.ticket().title(), draft.ticketAddress());
        return jira.call(
                        connection,
                        (api, at) -> api.remoteLink(at.url(), at.authorization(), at.version(), issue.id(), link))
                .map(answer -> JiraResults.of(answer, _ -> Optional.of(issue)))
                .flatMap(tied -> switch (tied) {
                    case CallResult.Done<Made> _ -> tell(connection, issue, known);
                    // The issue is there and must be linked, even when the way back cannot be written.
                    case CallResult.Refused<Made>(Problem why) -> tell(connection, issue, known == null ? why : known);
                    case CallResult.Missing<Made>(Problem why) -> tell(connection, issue, known == null ? why : known);
                    case CallResult.Unclear<Made>(Problem why, var pause) -> item(new PushResult.Unclear(why, pause));
                    case CallResult.HeldBack<Made>(Problem why, var pause) -> item(new PushResult.HeldBack(why, pause));
                });
    }

    /** The state is told when Jira tells it; the issue is linked without it as well. */
    private Uni<PushResult> tell(OpenConnection connection, Made issue, @Nullable Problem flaw) {
        return issues.fetch(connection, issue.id()).map(read -> {
            @Nullable String state = read instanceof CallResult.Done<Issue>(Issue now)
                    ? now.state().name()
                    : null;
            return new PushResult.Made(
                    new ExternalIssue(issue.id(), issue.key(), JiraSite.browse(connection, issue.key()), state), flaw);
        });
    }

    /** Goes on when it is done. Whatever is not there, such as the project, is a refusal to make the issue. */
    private static <T> Uni<PushResult> or(CallResult<T> result, Function<T, Uni<PushResult>> next) {
        return switch (result) {
            case CallResult.Done<T>(T value) -> next.apply(value);
            case CallResult.Missing<T>(Problem problem) -> item(new PushResult.Refused(problem));
            case CallResult.Refused<T>(Problem problem) -> item(new PushResult.Refused(problem));
            case CallResult.Unclear<T>(Problem problem, var pause) -> item(new PushResult.Unclear(problem, pause));
            case CallResult.HeldBack<T>(Problem problem, var pause) -> item(new PushResult.HeldBack(problem, pause));
        };
    }

    private static Uni<PushResult> item(PushResult result) {
        return Uni.createFrom().item(result);
    }
}
