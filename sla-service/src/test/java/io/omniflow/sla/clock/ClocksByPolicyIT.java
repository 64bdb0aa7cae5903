package io.omniflow.sla.clock;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.ClockMetric;
import io.omniflow.contract.ClockState;
import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.SlaSummary;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Tokens;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Waits, ceilings, restarts and business hours, from Kafka to HTTP and to SLA facts. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ClocksByPolicyIT {
    private final UUID workspace = UUID.randomUUID();
    private final String token = Tokens.token(workspace, "lea", "lead");
    private final Instant start = Sla.now().minus(Duration.ofHours(10));

    @Test
    void each_wait_of_the_customer_is_a_cycle_of_its_own_and_is_told() {
        policy("{\"name\": \"Quick\", \"calendarId\": \"%s\", \"targets\": {\"normal\":"
                + " {\"nextResponse\": \"PT1H\", \"resolution\": \"PT24H\"}}}");
        try (Watch watch = Events.watch(Topics.SLA)) {
            SentTicket ticket = new SentTicket(workspace)
                    .withConversation()
                    .created(start, TicketPriority.NORMAL)
                    .customerWrote(start.plusSeconds(60))
                    .customerWrote(start.plusSeconds(90))
                    .replied(start.plusSeconds(7260))
                    .customerWrote(start.plusSeconds(9000))
                    .replied(start.plusSeconds(9060))
                    .send();

            JsonPath clocks = Sla.clocksAt(ticket, 6);
            assertEquals(
                    List.of("first_response", "next_response", "next_response", "resolution"),
                    clocks.getList("clocks.metric"));
            assertEquals(List.of(1, 1, 2, 1), clocks.getList("clocks.cycle"));
            assertEquals("PT2H", clocks.getString("clocks[1].counted"));
            assertEquals(start.plusSeconds(3660), Instant.parse(clocks.getString("clocks[1].breachedAt")));
            assertEquals("PT1M", clocks.getString("clocks[2].counted"));
            assertNull(clocks.getString("clocks[2].breachedAt"));

            SeenEvent met =
                    watch.await(event -> Sla.is(ticket, SlaEvent.ClockMet.class).test(event)
                            && ((SlaEvent.ClockMet) event.data()).metric() == ClockMetric.NEXT_RESPONSE);
            SlaEvent.ClockMet last = (SlaEvent.ClockMet) met.data();
            assertEquals(2, last.cycle());
            SlaSummary.ClockSummary shown = Objects.requireNonNull(last.sla().nextResponse());
            assertEquals(ClockState.STOPPED, shown.state());
            assertFalse(shown.breached());
        }
    }

    @Test
    void a_ceiling_of_waiting_is_missed_in_waiting_and_told() {
        policy("{\"name\": \"Ceiling\", \"calendarId\": \"%s\", \"targets\": {\"normal\":"
                + " {\"resolution\": \"PT24H\"}}, \"statusCeilings\": {\"waiting\": \"PT2H\"}}");
        try (Watch watch = Events.watch(Topics.SLA)) {
            SentTicket ticket = new SentTicket(workspace)
                    .withConversation()
                    .created(start, TicketPriority.NORMAL)
                    .status(start.plusSeconds(60), TicketStatus.WAITING)
                    .send();

            SlaEvent.CeilingBreached breach = (SlaEvent.CeilingBreached)
                    watch.await(Sla.is(ticket, SlaEvent.CeilingBreached.class)).data();
            assertEquals(TicketStatus.WAITING, breach.status());
            assertEquals(start.plusSeconds(7260), breach.breachedAt());
            SlaEvent.CeilingMoved moved = (SlaEvent.CeilingMoved)
                    watch.await(Sla.is(ticket, SlaEvent.CeilingMoved.class)).data();
            assertEquals(ClockState.RUNNING, moved.state());
            assertEquals(start.plusSeconds(7260), moved.dueAt());

            JsonPath clocks = Sla.clocksAt(ticket, 2);
            assertEquals("status_waiting", clocks.getString("clocks[2].metric"));
            assertEquals("running", clocks.getString("clocks[2].state"));
            assertEquals("paused", clocks.getString("clocks[1].state"));
        }
    }

    @Test
    void a_night_is_explained_as_outside_hours_with_the_policy_and_its_calendar() {
        String calendar = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"name\": \"Office\", \"timeZone\": \"Europe/Berlin\", \"weekly\":"
                        + " {\"monday\": [{\"from\": \"09:00\", \"to\": \"17:00\"}],"
                        + " \"tuesday\": [{\"from\": \"09:00\", \"to\": \"17:00\"}]}}")
                .post("/api/v1/sla/calendars")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String policy = policy("{\"name\": \"Office\", \"when\": {\"tags\": [\"office\"]}, \"calendarId\": \""
                + calendar + "\", \"targets\": {\"normal\": {\"resolution\": \"PT8H\"}}}");
        Instant monday = Instant.parse("2026-11-23T15:00:00Z");
        SentTicket ticket = new SentTicket(workspace)
                .withConversation()
                .created(monday.minusSeconds(3600), TicketPriority.NORMAL)
                .tagged(monday, "office")
                .status(monday.plus(Duration.ofHours(18)), TicketStatus.RESOLVED)
                .send();
        Sla.clocksAt(ticket, 3);

        JsonPath told = Sla.explain(workspace, ticket.id).jsonPath();
        assertEquals("PT3H", told.getString("clocks[1].counted"));
        assertEquals(
                List.of("open", "open", "outside_hours", "open", "resolved"),
                told.getList("clocks[1].intervals.reason"));
        assertEquals(Policy.usualId(workspace).toString(), told.getString("clocks[1].intervals[0].policyId"));
        assertEquals(policy, told.getString("clocks[1].intervals[1].policyId"));
        assertEquals(calendar, told.getString("clocks[1].intervals[2].calendarId"));
        assertEquals(1, told.getInt("clocks[1].intervals[2].calendarVersion"));
    }

    /** What is stored was reckoned fact by fact, what is explained from nothing. */
    @Test
    void what_is_stored_is_what_replaying_all_facts_gives() {
        policy("{\"name\": \"Vip\", \"when\": {\"tags\": [\"vip\"]}, \"calendarId\": \"%s\", \"onReopen\": \"restart\","
                + " \"targets\": {\"normal\": {\"nextResponse\": \"PT3M\", \"resolution\": \"PT9M\"}},"
                + " \"statusCeilings\": {\"open\": \"PT4M\", \"waiting\": \"PT5M\"}}");
        Random random = new Random(20_261_128);
        List<TicketStatus> statuses = List.of(TicketStatus.values());
        Map<SentTicket, Integer> versions = new LinkedHashMap<>();
        for (int i = 0; i < 30; i++) {
            SentTicket ticket = new SentTicket(workspace).withConversation().created(start, TicketPriority.NORMAL);
            Instant at = start;
            int facts = 6 + random.nextInt(8);
            for (int fact = 0; fact < facts; fact++) {
                at = at.plusMillis(random.nextInt(400_000));
                switch (random.nextInt(6)) {
                    case 0 -> ticket.customerWrote(at);
                    case 1 -> ticket.replied(at);
                    case 2 -> ticket.tagged(at, "vip");
                    case 3 -> ticket.tagged(at);
                    default -> ticket.status(at, statuses.get(random.nextInt(statuses.size())));
                }
                if (random.nextInt(3) == 0) {
                    ticket.send();
                }
            }
            ticket.status(at.plusSeconds(1), TicketStatus.CLOSED).send();
            versions.put(ticket, facts + 2);
        }

        int cycles = 0;
        for (Map.Entry<SentTicket, Integer> ticket : versions.entrySet()) {
            JsonPath stored = Sla.clocksAt(ticket.getKey(), ticket.getValue());
            JsonPath explained = Sla.explain(workspace, ticket.getKey().id).jsonPath();
            assertEquals(keys(explained), keys(stored));
            cycles += keys(stored).size();
        }
        assertTrue(cycles > 100, "there were " + cycles + " cycles");
    }

    private static List<String> keys(JsonPath clocks) {
        return IntStream.range(0, clocks.getList("clocks").size())
                .mapToObj(i -> "%s %s %s"
                        .formatted(
                                clocks.getString("clocks[" + i + "].metric"),
                                clocks.getString("clocks[" + i + "].cycle"),
                                clocks.getString("clocks[" + i + "].counted")))
                .sorted()
                .toList();
    }

    @Test
    void a_ticket_that_cannot_be_reckoned_holds_up_no_other() {
        SentTicket broken = new SentTicket(workspace)
                .withConversation()
                .created(start, TicketPriority.NORMAL)
                .send();
        Sla.clocksAt(broken, 1);
        Sla.asOwner("update clock set progress = 'of a newer version' where ticket_id = '" + broken.id + "'");

        SentTicket good = new SentTicket(workspace).withConversation().created(start, TicketPriority.NORMAL);
        broken.status(start.plusSeconds(5), TicketStatus.WAITING);
        List<OutboundEvent> together = new ArrayList<>(broken.takeUnsent());
        together.addAll(good.takeUnsent());
        Events.publish(together.toArray(OutboundEvent[]::new));

        Sla.clocksAt(good, 1);
        Sla.asOwner("update clock set progress = 'running' where ticket_id = '" + broken.id + "'");
        assertEquals(List.of("running", "running"), Sla.clocksAt(broken, 1).getList("clocks.state"));
    }

    @Test
    void the_calendar_that_is_always_open_has_the_same_id_in_sql() throws SQLException {
        try (Connection database = Databases.owner();
                PreparedStatement select = database.prepareStatement("""
                        select overlay(overlay(h placing '3' from 13 for 1)
                            placing substr('89ab', (('x' || substr(h, 17, 1))::bit(4)::integer & 3) + 1, 1) from 17 for 1)::uuid
                        from (select md5('always-open-calendar:' || ?::uuid) as h) hash
                        """)) {
            for (int i = 0; i < 50; i++) {
                UUID some = UUID.randomUUID();
                select.setObject(1, some);
                try (ResultSet row = select.executeQuery()) {
                    assertTrue(row.next());
                    assertEquals(Policy.alwaysOpenId(some), row.getObject(1, UUID.class));
                }
            }
        }
    }

    /** {@code %s} stands for the calendar that is always open. */
    private String policy(String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body.formatted(Policy.alwaysOpenId(workspace)))
                .post("/api/v1/sla/policies")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
