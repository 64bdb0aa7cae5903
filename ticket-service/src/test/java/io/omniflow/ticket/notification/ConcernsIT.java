package io.omniflow.ticket.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.contract.ClockMetric;
import io.omniflow.contract.ClockState;
import io.omniflow.contract.IntegrationEvent;
import io.omniflow.contract.Problem;
import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.SlaState;
import io.omniflow.contract.SlaSummary;
import io.omniflow.contract.TicketStatus;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.ticket.live.EventStream;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other services tell becomes notices to whoever is responsible. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ConcernsIT {
    private static final SlaSummary SUMMARY =
            new SlaSummary(SlaState.BREACHED, null, null, new SlaSummary.ClockSummary(ClockState.RUNNING, null, true));

    private Crew crew;

    private final Instant due = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private long sequence;

    @TestHTTPResource("/api/v1/notifications/stream")
    @SuppressWarnings("NullAway") // set by Quarkus before the test, as @Inject would be
    URI stream;

    @BeforeEach
    void gather() {
        crew = new Crew();
    }

    private SlaEvent warned(Duration late) {
        return new SlaEvent.ClockWarned(
                ClockMetric.RESOLUTION, 1, UUID.randomUUID(), 1, 75, Duration.ofHours(8), due, late, SUMMARY);
    }

    private SlaEvent breached(Duration late) {
        return new SlaEvent.ClockBreached(
                ClockMetric.RESOLUTION, 1, UUID.randomUUID(), 1, Duration.ofHours(8), due, due, late, SUMMARY);
    }

    private OutboundEvent told(String ticket, Object data) {
        return crew.desk.told(ticket, data, ++sequence);
    }

    /** In Lea's team. */
    private String ticketOf(String assignee) {
        String assigned = assignee.isEmpty() ? "" : ",\"assigneeId\":\"" + assignee + "\"";
        return crew.open(
                assignee.equals(crew.ben) ? "ben" : "anna",
                "{\"title\":\"x\",\"teamId\":\"" + crew.team + "\"" + assigned + "}");
    }

    @Test
    void a_warning_goes_to_the_assignee() {
        String ticket = ticketOf(crew.ben);
        Events.publish(told(ticket, warned(Duration.ZERO)));
        JsonPath told = crew.awaitFeed("ben", 1).setRootPath("items[0]");
        assertEquals("sla_warning", told.getString("kind"));
        assertEquals("system:test", told.getString("actor"));
        assertEquals(
                Map.of("metric", "resolution", "cycle", 1, "percent", 75, "dueAt", due.toString()),
                told.getMap("data"));
        assertEquals(List.of(), crew.kinds("lea"));
    }

    @Test
    void a_warning_goes_to_the_lead_when_nobody_active_is_assigned() {
        Events.publish(told(ticketOf(""), warned(Duration.ZERO)));
        crew.awaitFeed("lea", 1);
        String ticket = ticketOf(crew.ben);
        crew.desk
                .as("admin")
                .body("{\"active\":false}")
                .patch("/api/v1/agents/" + crew.ben)
                .then()
                .statusCode(200);
        Events.publish(told(ticket, warned(Duration.ZERO)));
        assertEquals(ticket, crew.awaitFeed("lea", 2).getString("items[0].ticketId"));
        assertEquals(List.of(), crew.kinds("ben"));
    }

    @Test
    void a_breach_goes_to_assignee_and_lead() {
        Events.publish(told(ticketOf(crew.ben), breached(Duration.ZERO)));
        for (String agent : List.of("ben", "lea")) {
            JsonPath told = crew.awaitFeed(agent, 1).setRootPath("items[0]");
            assertEquals("sla_breach", told.getString("kind"));
            assertEquals(Map.of("metric", "resolution", "cycle", 1, "breachedAt", due.toString()), told.getMap("data"));
        }
    }

    @Test
    void a_lead_who_is_the_assignee_is_told_once() {
        String ticket = ticketOf(crew.ben);
        crew.assign("lea", ticket, crew.lea);
        Events.publish(told(ticket, breached(Duration.ZERO)));
        Events.publish(told(ticket, warned(Duration.ZERO)));
        assertEquals(
                List.of("sla_warning", "sla_breach"), crew.awaitFeed("lea", 2).getList("items.kind"));
    }

    @Test
    void what_is_noticed_more_than_an_hour_late_or_is_of_the_past_alerts_nobody() {
        String ticket = ticketOf(crew.ben);
        OutboundEvent live = told(ticket, breached(Duration.ZERO));
        OutboundEvent past = new OutboundEvent(
                live.id(),
                live.workspace(),
                live.subject(),
                live.data(),
                live.time(),
                live.sequence(),
                live.origin(),
                null,
                live.position(),
                History.BACKFILL);
        Events.publish(
                past,
                told(ticket, breached(Duration.ofHours(1).plusMillis(1))),
                told(ticket, warned(Duration.ofHours(1).plusMillis(1))),
                told(ticket, warned(Duration.ofHours(1))));
        assertEquals(List.of("sla_warning"), crew.awaitFeed("ben", 1).getList("items.kind"));
        assertEquals(List.of(), crew.kinds("lea"));
    }

    @Test
    void a_breach_that_was_none_is_withdrawn_and_told_again() {
        String ticket = ticketOf(crew.ben);
        String other = ticketOf(crew.ben);
        Events.publish(told(other, breached(Duration.ZERO)));
        crew.awaitFeed("ben", 1);
        Events.publish(told(ticket, breached(Duration.ZERO)));
        crew.awaitFeed("ben", 2);
        try (EventStream open = EventStream.open(stream, crew.token("ben"), null)) {
            open.next(event -> event.comment().equals("listening"));
            SlaEvent withdrawn =
                    new SlaEvent.ClockBreachWithdrawn(ClockMetric.RESOLUTION, 1, UUID.randomUUID(), 1, due, SUMMARY);
            Events.publish(told(ticket, withdrawn));
            EventStream.Event told = open.next();
            assertEquals("notification", told.name());
            JsonPath data = new JsonPath(told.data());
            assertEquals(ticket, data.getString("ticketId"));
            assertEquals(true, data.getBoolean("data.withdrawn"));
            assertEquals(2, data.getInt("version"));
        }
        JsonPath feed = crew.feed("ben");
        assertEquals(List.of(ticket, other), feed.getList("items.ticketId"));
        assertNull(feed.get("items[1].data.withdrawn"));
        assertEquals(true, crew.feed("lea").getBoolean("items[0].data.withdrawn"));
    }

    @Test
    void a_stay_in_one_status_that_took_too_long_is_told_like_any_deadline() {
        String ticket = ticketOf(crew.ben);
        Events.publish(
                told(
                        ticket,
                        new SlaEvent.CeilingWarned(
                                TicketStatus.WAITING,
                                2,
                                UUID.randomUUID(),
                                1,
                                75,
                                Duration.ofDays(2),
                                due,
                                Duration.ZERO,
                                SUMMARY)),
                told(
                        ticket,
                        new SlaEvent.CeilingBreached(
                                TicketStatus.WAITING,
                                2,
                                UUID.randomUUID(),
                                1,
                                Duration.ofDays(2),
                                due,
                                due,
                                Duration.ZERO,
                                SUMMARY)));

        JsonPath feed = crew.awaitFeed("ben", 2);
        assertEquals(List.of("sla_breach", "sla_warning"), feed.getList("items.kind"));
        assertEquals(List.of("status_waiting", "status_waiting"), feed.getList("items.data.metric"));
        assertEquals(List.of("sla_breach"), crew.kinds("lea"));

        Events.publish(told(
                ticket,
                new SlaEvent.CeilingBreachWithdrawn(TicketStatus.WAITING, 2, UUID.randomUUID(), 1, due, SUMMARY)));
        Awaitility.await().until(() -> Boolean.TRUE.equals(crew.feed("ben").<Boolean>get("items[0].data.withdrawn")));
    }

    @Test
    void a_delivery_that_is_given_up_goes_to_the_assignee_or_else_the_lead() {
        for (String assignee : List.of(crew.ben, "")) {
            String ticket = ticketOf(assignee);
            UUID delivery = UUID.randomUUID();
            UUID connection = UUID.randomUUID();
            Events.publish(crew.desk.told(
                    ticket,
                    new IntegrationEvent.DeliveryDead(
                            delivery,
                            UUID.fromString(ticket),
                            connection,
                            "create_issue",
                            8,
                            new Problem("unavailable", 503, "Linear does not answer")),
                    null));
            JsonPath told =
                    crew.awaitFeed(assignee.isEmpty() ? "lea" : "ben", 1).setRootPath("items[0]");
            assertEquals("sync_failed", told.getString("kind"));
            assertEquals(
                    Map.of(
                            "deliveryId",
                            delivery.toString(),
                            "connectionId",
                            connection.toString(),
                            "operation",
                            "create_issue",
                            "attempts",
                            8,
                            "problem",
                            "Linear does not answer"),
                    told.getMap("data"));
        }
        assertEquals(List.of("sync_failed"), crew.kinds("ben"));
    }

    @Test
    void nobody_of_another_workspace_is_told() {
        String ticket = ticketOf(crew.ben);
        Events.publish(
                new io.omniflow.ticket.Desk().told(ticket, breached(Duration.ZERO), 1L),
                told(ticket, warned(Duration.ZERO)));
        assertEquals(List.of("sla_warning"), crew.awaitFeed("ben", 1).getList("items.kind"));
    }
}
