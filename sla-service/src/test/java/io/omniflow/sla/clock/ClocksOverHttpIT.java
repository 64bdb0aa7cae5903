package io.omniflow.sla.clock;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.SlaState;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Tokens;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Facts go in through Kafka; clocks come out over HTTP and as SLA facts. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ClocksOverHttpIT {
    private final UUID workspace = UUID.randomUUID();

    @Test
    void a_created_ticket_has_both_clocks_running_under_the_usual_policy() {
        Instant at = Sla.now();
        SentTicket ticket = new SentTicket(workspace)
                .withConversation()
                .created(at, TicketPriority.HIGH)
                .send();

        Sla.clocksAt(ticket, 1);

        Sla.get(workspace, ticket.id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("ticketId", equalTo(ticket.id.toString()))
                .body("clocks.metric", equalTo(List.of("first_response", "resolution")))
                .body("clocks.state", equalTo(List.of("running", "running")))
                .body("clocks.target", equalTo(List.of("PT1H", "PT8H")))
                .body("clocks[0].policyId", equalTo(Policy.usualId(workspace).toString()))
                .body("clocks[0].policyVersion", equalTo(1))
                .body(
                        "clocks[0].calendarId",
                        equalTo(Policy.alwaysOpenId(workspace).toString()))
                .body("clocks[0].stoppedAt", nullValue())
                .body("clocks[0].breachedAt", nullValue())
                .body("clocks[0].warnings.percent", equalTo(List.of(75, 90)))
                .body("clocks[0].warnings.at", equalTo(Arrays.asList(null, null)));
        JsonPath first = Sla.clocksAt(ticket, 1);
        assertEquals(at.plus(Duration.ofHours(1)), Instant.parse(first.getString("clocks[0].dueAt")));
        Duration counted = Duration.parse(first.getString("clocks[0].counted"));
        assertEquals(Duration.between(at, Instant.parse(first.getString("at"))), counted);
        assertEquals(Duration.ofHours(1), counted.plus(Duration.parse(first.getString("clocks[0].remaining"))));
    }

    @Test
    void waiting_pauses_a_reply_stops_and_resolving_stops_to_the_millisecond() {
        Instant start = Sla.now().minus(Duration.ofMinutes(30));
        SentTicket ticket = new SentTicket(workspace)
                .withConversation()
                .created(start, TicketPriority.NORMAL)
                .replied(start.plusMillis(60_123))
                .status(start.plusMillis(300_000), TicketStatus.WAITING)
                .status(start.plusMillis(900_000), TicketStatus.OPEN)
                .status(start.plusMillis(1_000_007), TicketStatus.RESOLVED)
                .send();

        JsonPath clocks = Sla.clocksAt(ticket, 5);

        assertEquals(List.of("stopped", "stopped"), clocks.getList("clocks.state"));
        assertEquals("PT1M0.123S", clocks.getString("clocks[0].counted"));
        assertEquals("PT6M40.007S", clocks.getString("clocks[1].counted"));
        assertEquals(start.plusMillis(1_000_007), Instant.parse(clocks.getString("clocks[1].stoppedAt")));
        assertNull(clocks.getString("clocks[1].dueAt"));
    }

    @Test
    void an_explanation_tells_where_the_time_went() {
        Instant start = Sla.now().minus(Duration.ofMinutes(30));
        SentTicket ticket = new SentTicket(workspace)
                .withConversation()
                .created(start, TicketPriority.NORMAL)
                .status(start.plusSeconds(60), TicketStatus.WAITING)
                .status(start.plusSeconds(90), TicketStatus.IN_PROGRESS)
                .noted(start.plusSeconds(95))
                .status(start.plusSeconds(100), TicketStatus.RESOLVED)
                .send();
        Sla.clocksAt(ticket, 5);

        Sla.explain(workspace, ticket.id)
                .then()
                .statusCode(200)
                .body("clocks[1].metric", equalTo("resolution"))
                .body("clocks[1].counted", equalTo("PT1M10S"))
                .body("clocks[1].intervals.reason", equalTo(List.of("open", "waiting", "in_progress", "resolved")))
                .body("clocks[1].intervals.counts", equalTo(List.of(true, false, true, false)));
        Sla.explain(UUID.randomUUID(), ticket.id).then().statusCode(404);
    }

    @Test
    void every_move_is_told_once_in_order_with_the_summary_after_it() {
        Instant start = Sla.now().minus(Duration.ofMinutes(30));
        try (Watch watch = Events.watch(Topics.SLA)) {
            SentTicket ticket = new SentTicket(workspace)
                    .withConversation()
                    .created(start, TicketPriority.NORMAL)
                    .priority(start.plusSeconds(10), TicketPriority.HIGH)
                    .status(start.plusSeconds(60), TicketStatus.WAITING)
                    .status(start.plusSeconds(120), TicketStatus.OPEN)
                    .replied(start.plusSeconds(130))
                    .status(start.plusSeconds(600), TicketStatus.RESOLVED)
                    .send();

            List<SeenEvent> told = watch.await(10, Sla.about(ticket));

            assertEquals(
                    List.of(
                            "ClockStarted",
                            "ClockStarted",
                            "ClockRetargeted",
                            "ClockRetargeted",
                            "ClockPaused",
                            "ClockPaused",
                            "ClockResumed",
                            "ClockResumed",
                            "ClockMet",
                            "ClockMet"),
                    told.stream()
                            .map(event -> event.data().getClass().getSimpleName())
                            .toList());
            assertEquals(
                    LongStream.rangeClosed(1, 10).boxed().toList(),
                    told.stream().map(SeenEvent::sequence).toList());
            assertEquals(ticket.id.toString(), told.getFirst().key());
            assertEquals("test-" + ticket.id, told.getFirst().header("ce_correlationid"));
            SlaEvent.ClockMet last = (SlaEvent.ClockMet) told.getLast().data();
            assertEquals(SlaState.MET, last.sla().state());
            assertEquals(Duration.ofMinutes(9), last.counted());
        }
    }

    @Test
    void the_same_facts_again_change_and_tell_nothing() {
        Instant start = Sla.now().minus(Duration.ofMinutes(30));
        try (Watch watch = Events.watch(Topics.SLA)) {
            SentTicket ticket = new SentTicket(workspace)
                    .created(start, TicketPriority.NORMAL)
                    .status(start.plusSeconds(60), TicketStatus.WAITING)
                    .send();
            JsonPath before = Sla.clocksAt(ticket, 2);

            ticket.sendAllAgain();
            SentTicket after = new SentTicket(workspace)
                    .created(start, TicketPriority.NORMAL)
                    .send();
            Sla.clocksAt(after, 1);

            assertEquals(before.getList("clocks"), Sla.clocksAt(ticket, 2).getList("clocks"));
            assertEquals(
                    4,
                    watch.untilQuietFor(Duration.ofSeconds(1)).stream()
                            .filter(Sla.about(ticket))
                            .count(),
                    "two starts, a pause, and an end because the status change was the agent's answer");
        }
    }

    @Test
    void facts_of_one_request_are_judged_after_the_last_even_when_they_arrive_apart() {
        Instant start = Sla.now().minus(Duration.ofHours(5));
        Instant later = start.plus(Duration.ofHours(4).plusMinutes(30));
        SentTicket ticket = new SentTicket(workspace)
                .withConversation()
                .created(start, TicketPriority.NORMAL)
                .replied(start.plusSeconds(1))
                .send()
                .priority(later, TicketPriority.URGENT)
                .status(later, TicketStatus.RESOLVED)
                .noted(later)
                .asOneChange();
        List<OutboundEvent> facts = ticket.takeUnsent();
        Sla.clocksAt(ticket, 2);
        try (Watch watch = Events.watch(Topics.SLA)) {
            Events.publish(facts.get(0));
            SentTicket other =
                    new SentTicket(workspace).created(start, TicketPriority.LOW).send();
            Sla.clocksAt(other, 1);
            assertEquals("running", Sla.clocksAt(ticket, 2).getString("clocks[1].state"));

            Events.publish(facts.get(1), facts.get(2));

            assertEquals("stopped", Sla.clocksAt(ticket, 5).getString("clocks[1].state"));
            assertEquals(
                    List.of("ClockMet"),
                    watch.untilQuietFor(Duration.ofSeconds(1)).stream()
                            .filter(Sla.about(ticket))
                            .map(event -> event.data().getClass().getSimpleName())
                            .toList(),
                    "urgent allows 4 h, but the same request resolved the ticket");
        }
    }

    @Test
    void a_missing_fact_that_comes_late_puts_the_clock_right() {
        Instant start = Sla.now().minus(Duration.ofMinutes(30));
        SentTicket ticket = new SentTicket(workspace)
                .withConversation()
                .created(start, TicketPriority.NORMAL)
                .status(start.plusSeconds(60), TicketStatus.WAITING)
                .noted(start.plusSeconds(90));
        List<OutboundEvent> facts = ticket.takeUnsent();
        Events.publish(facts.get(0), facts.get(2));
        assertEquals(List.of("running", "running"), Sla.clocksAt(ticket, 3).getList("clocks.state"));

        Events.publish(facts.get(1));

        Awaitility.await()
                .untilAsserted(() -> assertEquals(
                        List.of("paused", "paused"), Sla.clocksAt(ticket, 3).getList("clocks.state")));
        assertEquals("PT1M", Sla.clocksAt(ticket, 3).getString("clocks[0].counted"));
    }

    @Test
    void what_is_not_there_or_not_yours_is_not_found() {
        SentTicket ticket =
                new SentTicket(workspace).created(Sla.now(), TicketPriority.LOW).send();
        Sla.clocksAt(ticket, 1);

        Sla.get(UUID.randomUUID(), ticket.id).then().statusCode(404).contentType("application/problem+json");
        Sla.get(workspace, UUID.randomUUID()).then().statusCode(404).contentType("application/problem+json");
        Sla.get(workspace, "no-uuid").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void without_a_token_that_counts_nobody_is_answered() {
        given().get("/api/v1/sla/tickets/{id}", UUID.randomUUID()).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.foreign(workspace, "vera", "viewer"))
                .get("/api/v1/sla/tickets/{id}", UUID.randomUUID())
                .then()
                .statusCode(401);
    }

    @Test
    void a_fact_without_a_number_is_put_aside_and_the_next_one_counts() {
        SentTicket bad = new SentTicket(workspace).created(Sla.now(), TicketPriority.LOW);
        OutboundEvent fact = bad.takeUnsent().getFirst();
        try (Watch watch = Events.watch(Topics.deadLetters(Topics.TICKETS, "sla-service"))) {
            Events.publish(new OutboundEvent(
                    fact.id(),
                    fact.workspace(),
                    fact.subject(),
                    fact.data(),
                    fact.time(),
                    null,
                    fact.origin(),
                    null,
                    fact.position(),
                    fact.history()));
            SentTicket good = new SentTicket(workspace)
                    .created(Sla.now(), TicketPriority.LOW)
                    .send();

            Sla.clocksAt(good, 1);
            assertTrue(watch.await(event -> bad.id.toString().equals(event.key()))
                    .headers()
                    .containsKey("ce_type"));
        }
    }
}
