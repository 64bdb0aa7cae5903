package io.omniflow.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.TicketStatus;
import io.omniflow.integration.linear.fake.FakeCall;
import io.omniflow.integration.linear.fake.LinearFake;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long after a ticket's change the calls to Linear leave: the reading that comes first, and the move. 50 changes a second
 * over 300 tickets of ten connections. It prints figures and asserts only that each change arrived.
 */
@Tag("benchmark")
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class SyncBenchmarkIT {
    private static final LinearFake LINEAR = TestLinear.FAKE;
    private static final int CONNECTIONS = 10;
    private static final int TICKETS = 300;
    private static final int A_SECOND = 50;
    private static final int CHANGES = 1_800;

    private record Pair(UUID ticket, String issue) {}

    private record Change(String issue, Instant at) {}

    @Test
    void changes_on_their_way_to_linear_are_measured() throws Exception {
        LINEAR.calm();
        try (SyncedDesk desk = new SyncedDesk()) {
            List<Pair> pairs = tied(desk);
            List<Change> changes = changed(desk, pairs);
            Awaitility.await("all moved")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> LINEAR.calls("IssueUpdate").size() >= CHANGES);

            assertEquals(CHANGES, LINEAR.calls("IssueUpdate").size(), "one move a change");
            printed("first call", changes, "IssueById");
            printed("move", changes, "IssueUpdate");
        }
    }

    private static List<Pair> tied(SyncedDesk desk) {
        List<Pair> pairs = new ArrayList<>();
        String connection = "";
        for (int i = 0; i < TICKETS; i++) {
            if (i % (TICKETS / CONNECTIONS) == 0) {
                connection = desk.connect();
            }
            UUID ticket = desk.tickets.open("Measured " + i);
            pairs.add(
                    new Pair(ticket, desk.issueOf(desk.tie(connection, ticket)).id()));
        }
        return pairs;
    }

    private static List<Change> changed(SyncedDesk desk, List<Pair> pairs) throws Exception {
        List<Change> changes = new ArrayList<>();
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            List<Future<?>> made = new ArrayList<>();
            for (int i = 0; i < CHANGES; i++) {
                Pair pair = pairs.get(i % TICKETS);
                TicketStatus status = i / TICKETS % 2 == 0 ? TicketStatus.IN_PROGRESS : TicketStatus.OPEN;
                made.add(clock.schedule(
                        () -> {
                            changes.add(new Change(pair.issue(), Instant.now()));
                            desk.tickets.change(pair.ticket(), status);
                        },
                        i * 1_000L / A_SECOND,
                        TimeUnit.MILLISECONDS));
            }
            for (Future<?> one : made) {
                one.get();
            }
        }
        return changes;
    }

    private static void printed(String what, List<Change> changes, String operation) {
        List<FakeCall> calls = LINEAR.calls(operation);
        List<Long> millis = changes.stream()
                .map(change -> calls.stream()
                        .filter(call -> !call.at().isBefore(change.at()))
                        .filter(call -> isAbout(call.variables(), change.issue()))
                        .findFirst()
                        .map(call -> Duration.between(change.at(), call.at()).toMillis()))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        System.out.printf(
                Locale.ROOT,
                "%d changes, %d a second, until the %s: p50 %d ms, p99 %d ms, last %d ms%n",
                millis.size(),
                A_SECOND,
                what,
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 99 / 100),
                millis.getLast());
    }

    private static boolean isAbout(Map<String, Object> variables, String issue) {
        return issue.equals(String.valueOf(variables.get("id")));
    }
}
