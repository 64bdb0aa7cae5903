package io.omniflow.merge.audit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.ClockMetric;
import io.omniflow.contract.EventHeaders;
import io.omniflow.contract.IntegrationEvent;
import io.omniflow.contract.MergeEvent;
import io.omniflow.contract.Problem;
import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.SlaState;
import io.omniflow.contract.SlaSummary;
import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.time.Ids;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class RecordingIT {
    private final Desk desk = Desk.opened();
    private final UUID ticket = Ids.next();

    @Test
    void a_change_of_a_ticket_says_who_what_before_after_when_and_from_where() {
        Events.publish(desk.created(ticket), desk.statusChanged(ticket, 2, TicketStatus.OPEN, TicketStatus.WAITING));
        desk.awaitEntries(2);

        desk.lead()
                .get("/api/v1/audit?ticketId=" + ticket)
                .then()
                .statusCode(200)
                .body("items.sequence", contains(2, 1))
                .body("items[0].kind", equalTo("status_changed"))
                .body("items[0].actor", equalTo(Desk.ANNA))
                .body("items[0].before", equalTo("open"))
                .body("items[0].after", equalTo("waiting"))
                .body("items[0].at", equalTo("2026-11-24T12:00:02.000Z"))
                .body("items[0].service", equalTo("test"))
                .body("items[0].correlationId", equalTo("request-1"))
                .body("items[0].origin.sequence", equalTo(2))
                .body("items[0].details", equalTo(Map.of()))
                .body("items[1].kind", equalTo("created"))
                .body("items[1].before", nullValue())
                .body("items[1].after.title", equalTo("Printer on fire"))
                .body("items[0].mergeId", nullValue())
                .body("nextCursor", nullValue());
    }

    @Test
    void facts_of_every_service_find_their_way_into_one_chain() {
        UUID merge = Ids.next();
        Events.publish(
                desk.created(ticket),
                desk.ticketFact(ticket, 2, merged(merge)),
                desk.told(
                        ticket, new TicketAnswer.CommandRejected("merge", new Problem("already-merged", 409, "It is"))),
                desk.told(ticket, clockStopped()),
                desk.told(
                        ticket,
                        new IntegrationEvent.LinkCreated(
                                Ids.next(),
                                ticket,
                                Ids.next(),
                                "linear",
                                "ENG-7",
                                "https://linear.app/x/ENG-7",
                                "Todo")),
                desk.told(ticket, new MergeEvent.Requested(merge, List.of(Ids.next()), ticket, "same outage")),
                desk.told(
                        desk.workspace().value(),
                        new WorkspaceEvent.SettingChanged(
                                "policy", "gold", Map.of("name", "Gold"), Map.of("name", "Platinum"))));
        desk.awaitEntries(7);

        JsonPath found = desk.audit(Map.of());
        assertThat(
                found.getList("items.kind"),
                containsInAnyOrder(
                        "created",
                        "merged",
                        "command_rejected",
                        "clock_stopped",
                        "link_created",
                        "requested",
                        "setting_changed"));
        assertThat(found.getList("items.sequence"), contains(7, 6, 5, 4, 3, 2, 1));
        assertThat(
                desk.audit(Map.of("mergeId", merge)).getList("items.kind"), containsInAnyOrder("merged", "requested"));
        assertThat(desk.audit(Map.of("ticketId", ticket)).getList("items"), hasSize(6));
        JsonPath setting = desk.audit(Map.of("kind", "setting_changed"));
        assertNull(setting.get("items[0].ticketId"));
        assertEquals("Gold", setting.getString("items[0].before.name"));
        assertEquals("Platinum", setting.getString("items[0].after.name"));
        assertEquals("cause-1", setting.getString("items[0].origin.causationId"));
        assertTrue(desk.verified().getBoolean("valid"));
    }

    @Test
    void answers_that_tell_of_no_fact_are_not_recorded() {
        Events.publish(
                desk.told(ticket, new TicketAnswer.StateReported(Desk.state(ticket, 1, TicketStatus.OPEN))),
                desk.told(ticket, new TicketAnswer.CommandUnchanged("merge", Desk.state(ticket, 1, TicketStatus.OPEN))),
                desk.created(ticket));
        desk.awaitEntries(1);

        assertThat(desk.audit(Map.of()).getList("items.kind"), contains("created"));
    }

    @Test
    void what_a_newer_service_tells_is_recorded_with_everything_it_said() {
        UUID merge = Ids.next();
        tellUnknown(Topics.TICKETS, "omniflow.ticket.sentiment_changed.v1", """
                {"before": "calm", "after": "angry\\u0000", "score": 0.12345678901234567890123, "mergeId": "%s", "ticket": {"id": 1}}
                """.formatted(merge));
        tellUnknown(Topics.WORKSPACE, "omniflow.workspace.theme_changed.v2", "[1, 2]");
        tellUnknown(Topics.SLA, "com.example:Strange", "null");
        desk.awaitEntries(3);

        JsonPath told = desk.audit(Map.of("kind", "sentiment_changed"));
        assertEquals(ticket.toString(), told.getString("items[0].ticketId"));
        assertEquals(merge.toString(), told.getString("items[0].mergeId"));
        assertEquals("calm", told.getString("items[0].before"));
        assertEquals("angry\0", told.getString("items[0].after"));
        assertEquals("0.12345678901234567890123", told.getString("items[0].details.score"));
        assertEquals("omniflow.ticket.sentiment_changed.v1", told.getString("items[0].details.type"));
        assertNull(told.get("items[0].details.ticket"));
        assertEquals("agent:anna", told.getString("items[0].actor"));
        JsonPath theme = desk.audit(Map.of("kind", "theme_changed"));
        assertNull(theme.get("items[0].ticketId"));
        assertEquals(List.of(1, 2), theme.getList("items[0].details.data"));
        assertEquals(
                "com.example:Strange", desk.audit(Map.of("kind", "unknown")).getString("items[0].details.type"));
        assertTrue(desk.verified().getBoolean("valid"));
    }

    private void tellUnknown(String topic, String type, String json) {
        Map<String, String> headers = new HashMap<>();
        headers.put(EventHeaders.SPEC_VERSION, "1.0");
        headers.put(EventHeaders.ID, Ids.next().toString());
        headers.put(EventHeaders.SOURCE, "newer-service");
        headers.put(EventHeaders.TYPE, type);
        headers.put(EventHeaders.SUBJECT, ticket.toString());
        headers.put(EventHeaders.TIME, "2026-11-24T12:00:00.000Z");
        headers.put(EventHeaders.WORKSPACE, desk.workspace().value().toString());
        headers.put(EventHeaders.ACTOR, Desk.ANNA);
        Events.publish(topic, ticket.toString(), json.getBytes(StandardCharsets.UTF_8), headers);
    }

    @Test
    void a_batch_is_bounded_by_the_size_of_its_payloads() {
        List<OutboundEvent> events = new ArrayList<>();
        for (long version = 1; version <= 150; version++) {
            events.add(desk.ticketFact(
                    ticket,
                    version,
                    new TicketEvent.NoteAdded(
                            Ids.next(), "x".repeat(60_000), Desk.state(ticket, version, TicketStatus.OPEN))));
        }
        Events.publish(events.toArray(OutboundEvent[]::new));
        desk.awaitEntries(150);

        JsonPath found = desk.audit(Map.of("limit", 150));
        assertEquals(
                IntStream.rangeClosed(1, 150).mapToObj(n -> 151 - n).toList(), found.getList("items.origin.sequence"));
        assertTrue(
                found.getList("items.recordedAt").stream().distinct().count() >= 3,
                "nine megabytes do not fit into fewer than three batches of four");
    }

    @Test
    void what_is_told_again_is_recorded_once() {
        OutboundEvent created = desk.created(ticket);
        OutboundEvent changed = desk.statusChanged(ticket, 2, TicketStatus.OPEN, TicketStatus.CLOSED);
        Events.publish(created, created, changed);
        Events.publish(changed, created, desk.statusChanged(ticket, 3, TicketStatus.CLOSED, TicketStatus.OPEN));
        desk.awaitEntries(3);

        assertThat(desk.audit(Map.of()).getList("items.origin.sequence"), contains(3, 2, 1));
    }

    @Test
    void many_facts_at_once_make_a_chain_without_gaps_and_in_each_tickets_order() {
        List<UUID> tickets = IntStream.range(0, 40).mapToObj(n -> Ids.next()).toList();
        List<OutboundEvent> events =
                new ArrayList<>(tickets.stream().map(desk::created).toList());
        for (long version = 2; version <= 30; version++) {
            for (UUID one : tickets) {
                events.add(desk.statusChanged(one, version, TicketStatus.OPEN, TicketStatus.WAITING));
            }
        }
        Events.publish(events.toArray(OutboundEvent[]::new));
        desk.awaitEntries(1201);

        JsonPath verified = desk.verified();
        assertTrue(verified.getBoolean("valid"), verified::prettify);
        assertEquals(1201, verified.getLong("checked"));
        assertEquals(0, verified.getLong("waiting"));
        for (UUID one : tickets) {
            assertEquals(
                    IntStream.rangeClosed(1, 30).mapToObj(n -> 31 - n).toList(),
                    desk.audit(Map.of("ticketId", one)).getList("items.origin.sequence"));
        }
    }

    @Test
    void a_checkpoint_is_published_recorded_and_proves_the_chain() {
        List<OutboundEvent> events = new ArrayList<>();
        for (long version = 1; version <= 1000; version++) {
            events.add(desk.statusChanged(ticket, version, TicketStatus.OPEN, TicketStatus.WAITING));
        }
        Events.publish(events.toArray(OutboundEvent[]::new));
        desk.awaitEntries(1001);

        JsonPath checkpoints = desk.audit(Map.of("kind", "audit_checkpointed"));
        assertThat(checkpoints.getList("items"), hasSize(1));
        assertEquals("system:merge-service", checkpoints.getString("items[0].actor"));
        assertEquals("merge-service", checkpoints.getString("items[0].service"));
        int sequence = checkpoints.getInt("items[0].details.auditSequence");
        String hash = checkpoints.getString("items[0].details.hash");
        JsonPath proven = desk.lead()
                .get("/api/v1/audit/verify?checkpoint={sequence}:{hash}", sequence, hash)
                .jsonPath();
        assertTrue(proven.getBoolean("valid"), proven::prettify);
        JsonPath other = desk.lead()
                .get("/api/v1/audit/verify?checkpoint={sequence}:{hash}", sequence, "ab".repeat(32))
                .jsonPath();
        assertFalse(other.getBoolean("valid"));
        assertEquals("checkpoint_differs", other.getString("problem.reason"));
    }

    private TicketEvent merged(UUID merge) {
        return new TicketEvent.Merged(merge, Ids.next(), TicketStatus.OPEN, Desk.state(ticket, 2, TicketStatus.CLOSED));
    }

    private static SlaEvent clockStopped() {
        return new SlaEvent.ClockStopped(
                ClockMetric.RESOLUTION,
                1,
                Ids.next(),
                1,
                Duration.ofHours(8),
                Duration.ofHours(9),
                new SlaSummary(SlaState.NONE, null, null, null));
    }
}
