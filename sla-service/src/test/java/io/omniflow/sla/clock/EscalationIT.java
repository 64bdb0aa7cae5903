package io.omniflow.sla.clock;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.Topics;
import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Tokens;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a policy asks for when time runs out goes to ticket-service once, with the mark that is told. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class EscalationIT {
    private final UUID workspace = UUID.randomUUID();
    private final UUID team = UUID.randomUUID();
    private final Watch watch = Events.watch(Topics.SLA, Topics.TICKET_COMMANDS);

    @Inject
    @SuppressWarnings("NullAway") // set by Quarkus before the test
    JudgeDueClocks judging;

    @AfterEach
    void close() {
        watch.close();
    }

    /** Of the usual policy: the first response of each priority from low to urgent; resolution takes long. */
    private void policy(List<Duration> firstResponse, String escalations) {
        String targets = "{\"low\": %s, \"normal\": %s, \"high\": %s, \"urgent\": %s}"
                .formatted(firstResponse.stream()
                        .map(target -> "{\"firstResponse\": \"" + target + "\", \"resolution\": \"PT99H\"}")
                        .toArray());
        given().auth()
                .oauth2(Tokens.token(workspace, "lea", "lead"))
                .contentType("application/json")
                .body("{\"targets\": " + targets + ", \"warnAtPercent\": [50], \"escalations\": [" + escalations + "]}")
                .patch("/api/v1/sla/policies/{id}", Policy.usualId(workspace))
                .then()
                .statusCode(200);
    }

    private void policy(Duration firstResponse, String escalations) {
        policy(List.of(firstResponse, firstResponse, firstResponse, firstResponse), escalations);
    }

    private static String at(int percent, String action) {
        return "{\"atPercent\": %d, \"action\": \"%s\"}".formatted(percent, action);
    }

    private SentTicket created(Instant at) {
        return new SentTicket(workspace).withConversation().created(at, TicketPriority.LOW);
    }

    private static Predicate<SeenEvent> asking(SentTicket ticket) {
        return Sla.is(ticket, TicketCommand.Escalate.class);
    }

    private static TicketCommand.Escalate asked(SeenEvent event) {
        return (TicketCommand.Escalate) event.data();
    }

    /** Each as {@code notify_lead 100}, in the order they were given. */
    private static List<String> commands(List<SeenEvent> seen, SentTicket ticket) {
        return seen.stream()
                .filter(asking(ticket))
                .map(EscalationIT::asked)
                .map(command -> command.action() + " " + command.percent())
                .toList();
    }

    @Test
    void each_action_is_one_command_with_its_mark_and_slack_is_named_in_the_fact_alone() {
        policy(
                Duration.ofSeconds(2),
                String.join(
                        ",",
                        at(50, "notify_assignee"),
                        at(100, "notify_assignee"),
                        "{\"atPercent\": 100, \"metrics\": [\"resolution\"], \"action\": \"notify_lead\"}",
                        "{\"atPercent\": 100, \"metrics\": [\"first_response\"], \"action\": \"raise_priority\"}",
                        "{\"atPercent\": 100, \"action\": \"reassign\", \"teamId\": \"" + team + "\"}",
                        at(100, "notify_slack")));
        Instant start = Sla.now();
        SentTicket ticket = created(start).send();
        Instant due = start.plusSeconds(2);

        List<SeenEvent> commands = watch.await(4, asking(ticket));
        SeenEvent breach = watch.await(Sla.is(ticket, SlaEvent.ClockBreached.class));
        SeenEvent warning = watch.await(Sla.is(ticket, SlaEvent.ClockWarned.class));

        SlaEvent.ClockBreached breached = (SlaEvent.ClockBreached) breach.data();
        assertEquals(List.of("notify_assignee", "raise_priority", "reassign", "notify_slack"), breached.escalations());
        assertEquals(List.of("notify_assignee"), ((SlaEvent.ClockWarned) warning.data()).escalations());
        assertEquals(
                new TicketCommand.Escalate(
                        ticket.id,
                        null,
                        null,
                        "first_response is at 50 % of its target",
                        "notify_assignee",
                        "first_response",
                        50,
                        Policy.usualId(workspace),
                        2,
                        start.plusSeconds(1),
                        due),
                asked(commands.getFirst()));
        assertEquals(
                new TicketCommand.Escalate(
                        ticket.id,
                        null,
                        team,
                        "first_response has passed its target",
                        "reassign",
                        "first_response",
                        100,
                        Policy.usualId(workspace),
                        2,
                        due,
                        due),
                asked(commands.getLast()));
        assertEquals(warning.header("ce_id"), commands.getFirst().header("ce_causationid"));
        assertEquals(breach.header("ce_id"), commands.getLast().header("ce_causationid"));
        assertEquals(breach.header("ce_correlationid"), commands.getLast().header("ce_correlationid"));
        assertEquals("automation:escalation", commands.getLast().header("ce_actor"));
        assertEquals(breached.noticedAt(), Instant.parse(commands.getLast().header("ce_time")));
        assertEquals(ticket.id.toString(), commands.getLast().key());

        ticket.sendAllAgain();
        ticket.noted(Sla.now()).send();
        Sla.clocksAt(ticket, 2);
        Uni.combine()
                .all()
                .unis(Stream.generate(judging::judge).limit(4).toList())
                .discardItems()
                .await()
                .atMost(Duration.ofSeconds(20));
        assertEquals(
                List.of("notify_assignee 50", "notify_assignee 100", "raise_priority 100", "reassign 100"),
                commands(watch.untilQuietFor(Duration.ofSeconds(2)), ticket));
    }

    @Test
    void a_breach_whose_commands_could_not_be_written_is_not_told_either_and_both_come_once() {
        policy(Duration.ofSeconds(2), at(100, "notify_lead") + "," + at(100, "raise_priority"));
        SentTicket ticket = created(Sla.now()).send();
        watch.await(2, Sla.is(ticket, SlaEvent.ClockStarted.class));
        Sla.asOwner("alter table outbox add constraint no_commands check (type not like '%escalate%') not valid");
        try {
            Awaitility.await()
                    .during(Duration.ofSeconds(4))
                    .atMost(Duration.ofSeconds(8))
                    .until(() -> Sla.clocksAt(ticket, 1).getString("clocks[0].breachedAt") == null);
        } finally {
            Sla.asOwner("alter table outbox drop constraint no_commands");
        }

        watch.await(2, asking(ticket));
        List<SeenEvent> seen = watch.untilQuietFor(Duration.ofSeconds(2));
        assertEquals(List.of("notify_lead 100", "raise_priority 100"), commands(seen, ticket));
        assertEquals(
                1,
                seen.stream()
                        .filter(Sla.is(ticket, SlaEvent.ClockBreached.class))
                        .count());
    }

    @Test
    void raising_goes_on_while_the_next_target_is_passed_and_ends_at_urgent() {
        policy(
                Stream.of(40, 30, 20, 10).map(Duration::ofMinutes).toList(),
                "{\"atPercent\": 100, \"metrics\": [\"first_response\"], \"action\": \"raise_priority\"}");
        SentTicket ticket = created(Sla.now().minus(Duration.ofMinutes(50))).send();

        watch.await(1, asking(ticket));
        ticket.priority(Sla.now(), TicketPriority.NORMAL).send();
        watch.await(2, asking(ticket));
        ticket.priority(Sla.now(), TicketPriority.HIGH).send();
        watch.await(3, asking(ticket));
        ticket.priority(Sla.now(), TicketPriority.URGENT).send();
        watch.await(4, asking(ticket));
        ticket.noted(Sla.now()).send();
        Sla.clocksAt(ticket, 5);

        assertEquals(
                4, commands(watch.untilQuietFor(Duration.ofSeconds(2)), ticket).size());
    }

    @Test
    void what_an_import_brings_from_the_past_asks_for_nothing_and_what_comes_due_after_it_does() {
        policy(Duration.ofSeconds(10), at(50, "notify_lead") + "," + at(100, "raise_priority"));
        Instant imported = Sla.now();
        SentTicket past = new SentTicket(workspace)
                .withConversation()
                .importedCreated(imported.minusSeconds(60))
                .imported(imported.minusSeconds(60), imported)
                .send();
        SentTicket running = new SentTicket(workspace)
                .withConversation()
                .importedCreated(imported.minusSeconds(9))
                .imported(imported.minusSeconds(9), imported)
                .send();

        watch.await(asking(running));
        Sla.clocksAt(past, 2);
        List<SeenEvent> seen = watch.untilQuietFor(Duration.ofSeconds(2));
        assertEquals(List.of(), commands(seen, past));
        assertEquals(List.of("raise_priority 100"), commands(seen, running));
    }
}
