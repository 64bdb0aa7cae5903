package io.omniflow.sla.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.SlaState;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** History that an import tells: outcomes as they would have been, and silence about the past. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ImportedHistoryIT {

    @Test
    void deadlines_of_the_past_are_recorded_and_nobody_is_alerted() {
        UUID workspace = UUID.randomUUID();
        Instant start = Instant.parse("2012-10-09T14:50:17Z");
        try (Watch watch = Events.watch(Topics.SLA)) {
            SentTicket ticket = new SentTicket(workspace)
                    .withConversation()
                    .importedCreated(start)
                    .importedStatus(start.plus(Duration.ofHours(30)), TicketStatus.WAITING)
                    .importedStatus(start.plus(Duration.ofHours(40)), TicketStatus.RESOLVED)
                    .imported(start.plus(Duration.ofHours(40)), Sla.now())
                    .send();

            JsonPath clocks = Sla.clocksAt(ticket, 4);
            List<SeenEvent> told = watch.untilQuietFor(Duration.ofMillis(2500)).stream()
                    .filter(Sla.about(ticket))
                    .toList();

            assertEquals("PT30H", clocks.getString("clocks[1].counted"));
            assertEquals(start.plus(Duration.ofHours(24)), Instant.parse(clocks.getString("clocks[1].breachedAt")));
            assertEquals(start.plus(Duration.ofHours(4)), Instant.parse(clocks.getString("clocks[0].breachedAt")));
            assertTrue(told.stream()
                    .noneMatch(event -> event.data() instanceof SlaEvent.ClockBreached
                            || event.data() instanceof SlaEvent.ClockWarned));
            assertTrue(
                    told.stream().allMatch(event -> event.header("ce_backfill").equals("true")));
            SlaEvent last = (SlaEvent) told.getLast().data();
            assertEquals(SlaState.BREACHED, last.sla().state());
        }
    }

    @Test
    void a_ticket_that_still_runs_alerts_for_what_falls_due_after_the_import() {
        UUID workspace = Sla.workspaceWithTargets(Duration.ofSeconds(10), Duration.ofSeconds(42));
        try (Watch watch = Events.watch(Topics.SLA)) {
            Instant imported = Sla.now();
            Instant start = imported.minusSeconds(40);
            SentTicket ticket = new SentTicket(workspace)
                    .withConversation()
                    .importedCreated(start)
                    .imported(start, imported)
                    .send();

            SlaEvent.ClockBreached breach = (SlaEvent.ClockBreached)
                    watch.await(Sla.is(ticket, SlaEvent.ClockBreached.class)).data();

            assertEquals(start.plusSeconds(42), breach.breachedAt());
            assertEquals(
                    1,
                    watch.untilQuietFor(Duration.ofSeconds(1)).stream()
                            .filter(Sla.about(ticket))
                            .filter(event -> event.data() instanceof SlaEvent.ClockWarned
                                    || event.data() instanceof SlaEvent.ClockBreached)
                            .count(),
                    "the warnings and the missed first response lie before the import");
        }
    }

    @Test
    void an_import_cut_into_pieces_tells_the_same_once_it_is_closed() {
        UUID workspace = UUID.randomUUID();
        Instant start = Instant.parse("2013-03-01T08:00:00Z");
        SentTicket ticket = new SentTicket(workspace)
                .withConversation()
                .importedCreated(start)
                .send()
                .importedStatus(start.plusSeconds(60), TicketStatus.CLOSED)
                .send()
                .imported(start.plusSeconds(60), Sla.now())
                .send();

        JsonPath clocks = Sla.clocksAt(ticket, 3);

        assertEquals(List.of("paused", "stopped"), clocks.getList("clocks.state"));
        assertEquals("PT1M", clocks.getString("clocks[1].counted"));
    }
}
