package io.omniflow.integration.jira;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.link.domain.IssueDraft;
import io.omniflow.integration.link.domain.Priority;
import io.omniflow.integration.link.domain.PushResult;
import io.omniflow.integration.link.domain.ReportedTicket;
import io.omniflow.integration.sync.domain.CallResult;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;

/** Waits for what Jira's side of this service comes to. */
final class Called {
    static final URI TICKET = URI.create("https://desk.example/tickets/42");

    private Called() {}

    /** Makes an issue and gives its id. */
    static String made(JiraTracker tracker, OpenConnection connection) {
        IssueDraft draft = new IssueDraft(
                UUID.randomUUID(), new ReportedTicket(42, "Checkout fails", "Steps", Priority.NORMAL), TICKET);
        return assertInstanceOf(PushResult.Made.class, await(tracker.push(connection, draft, Claim.Earlier.NONE)))
                .issue()
                .id();
    }

    static <T> T done(Uni<CallResult<T>> call) {
        return switch (await(call)) {
            case CallResult.Done<T>(T value) -> value;
            case CallResult.Missing<T>(Problem problem) -> throw new AssertionError(problem.detail());
            case CallResult.Unclear<T>(Problem problem, var _) -> throw new AssertionError(problem.detail());
            case CallResult.HeldBack<T>(Problem problem, var _) -> throw new AssertionError(problem.detail());
            case CallResult.Refused<T>(Problem problem) -> throw new AssertionError(problem.detail());
        };
    }

    static <T> T await(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(30));
    }
}
