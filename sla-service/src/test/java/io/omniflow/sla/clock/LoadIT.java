package io.omniflow.sla.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Many at once. What is measured is printed; what is asserted leaves room for a busy machine. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class LoadIT {
    private static final int TICKETS = Integer.getInteger("omniflow.load.tickets", 1000);

    @Test
    void deadlines_that_fall_together_are_all_told_and_each_once() {
        UUID workspace = Sla.workspaceWithTargets(Duration.ofSeconds(4), Duration.ofHours(9));
        try (Watch watch = Events.watch(Topics.SLA);
                Ticks ticks = new Ticks()) {
            ticks.start();
            Instant start = Sla.now();
            publish(IntStream.range(0, TICKETS)
                    .mapToObj(i -> new SentTicket(workspace)
                            .withConversation()
                            .created(start.plusMillis(i % 1000), TicketPriority.NORMAL))
                    .toList());

            List<SeenEvent> breaches = watch.await(
                    TICKETS,
                    event -> event.workspace().equals(workspace) && event.data() instanceof SlaEvent.ClockBreached);

            assertEquals(
                    TICKETS,
                    breaches.stream().map(SeenEvent::subject).distinct().count());
            List<Duration> late = breaches.stream()
                    .map(event -> ((SlaEvent.ClockBreached) event.data()).late())
                    .sorted(Comparator.naturalOrder())
                    .toList();
            System.out.printf(
                    "%d breaches within a second: lateness p50 %s, p99 %s, most %s%n",
                    TICKETS, late.get(TICKETS / 2), late.get(TICKETS * 99 / 100), late.getLast());
            assertTrue(late.getLast().compareTo(Duration.ofSeconds(5)) < 0, () -> "most late: " + late.getLast());
        }
    }

    @Test
    void an_import_of_many_histories_is_applied_at_a_rate() throws SQLException {
        UUID workspace = UUID.randomUUID();
        Instant start = Instant.parse("2012-10-09T14:50:17Z");
        Instant began = Sla.now();
        publish(IntStream.range(0, TICKETS)
                .mapToObj(i -> new SentTicket(workspace)
                        .importedCreated(start.plusSeconds(i))
                        .importedStatus(start.plusSeconds(i + 600L), TicketStatus.IN_PROGRESS)
                        .importedStatus(start.plusSeconds(i + 7000L), TicketStatus.WAITING)
                        .importedStatus(start.plusSeconds(i + 9000L), TicketStatus.CLOSED)
                        .imported(start.plusSeconds(i + 9000L), Sla.now()))
                .toList());

        try (Connection database = Databases.owner();
                PreparedStatement done = database.prepareStatement(
                        "select count(*) from ticket where workspace_id = ? and judged_sequence = 5")) {
            done.setObject(1, workspace);
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> count(done) == TICKETS);
        }

        Duration took = Duration.between(began, Sla.now());
        System.out.printf(
                "%d imported facts applied in %s: %d facts a second%n",
                TICKETS * 5, took, TICKETS * 5000L / took.toMillis());
    }

    private static long count(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void publish(List<SentTicket> tickets) {
        Events.publish(tickets.stream()
                .map(SentTicket::takeUnsent)
                .flatMap(List::stream)
                .toArray(OutboundEvent[]::new));
    }
}
