package io.omniflow.ticket.escalation;

import static io.omniflow.ticket.escalation.EscalationDesk.answering;
import static io.omniflow.ticket.escalation.EscalationDesk.refusal;
import static io.omniflow.ticket.escalation.EscalationDesk.unchanged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketPriority;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a policy asks for, as sla-service asks it: each thing is done once and answered once. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class EscalationIT {
    private final EscalationDesk escalations = new EscalationDesk();

    @AfterEach
    void close() {
        escalations.close();
    }

    @Test
    void a_priority_goes_up_one_step_a_command_until_it_is_urgent() {
        String ticket = escalations.ticket("", "");
        OutboundEvent first = escalations.command(ticket, "raise_priority", null);
        SeenEvent fact = escalations.ask(first);
        var raised = assertInstanceOf(TicketEvent.PriorityChanged.class, fact.data());
        assertEquals(TicketPriority.LOW, raised.before());
        assertEquals(TicketPriority.NORMAL, raised.after());
        assertEquals("automation:escalation", fact.header("ce_actor"));
        assertEquals("c-" + ticket, fact.header("ce_correlationid"));
        assertInstanceOf(
                TicketEvent.PriorityChanged.class,
                escalations.ask(ticket, "raise_priority").data());
        assertInstanceOf(
                TicketEvent.PriorityChanged.class,
                escalations.ask(ticket, "raise_priority").data());
        TicketAnswer.CommandUnchanged last = unchanged(escalations.ask(ticket, "raise_priority"));
        assertEquals("omniflow.ticket-command.escalate.v1", last.command());
        assertEquals(TicketPriority.URGENT, last.ticket().priority());
        assertEquals(
                List.of("created", "priority_changed", "priority_changed", "priority_changed"),
                escalations.desk.kinds(ticket));
    }

    @Test
    void a_command_that_comes_again_does_nothing_again() {
        String ticket = escalations.ticket(escalations.agent("ada"), "");
        OutboundEvent raise = escalations.command(ticket, "raise_priority", null);
        OutboundEvent tell = escalations.command(ticket, "notify_assignee", null);
        Events.publish(raise, raise, tell, tell);
        escalations.watch.await(answering(tell));
        Events.publish(raise, tell);
        List<SeenEvent> seen = escalations.watch.untilQuietFor(Duration.ofSeconds(1));
        assertEquals(1, seen.stream().filter(answering(raise)).count());
        assertEquals(1, seen.stream().filter(answering(tell)).count());
        assertEquals("normal", escalations.desk.ticket(ticket).getString("priority"));
        assertEquals(1, escalations.told("ada"));
    }

    @Test
    void a_team_gets_the_ticket_and_only_one_that_is_there() {
        String ada = escalations.agent("ada");
        String ticket = escalations.ticket(ada, "");
        String team = escalations.desk.team();
        assertEquals(
                UUID.fromString(team),
                assertInstanceOf(
                                TicketEvent.TeamChanged.class,
                                escalations
                                        .ask(escalations.command(ticket, "reassign", team))
                                        .data())
                        .after());
        unchanged(escalations.ask(escalations.command(ticket, "reassign", team)));

        String archived = escalations.desk.team();
        escalations.desk.as("lead").delete("/api/v1/teams/" + archived).then().statusCode(204);
        assertEquals("invalid", refusal(escalations.ask(escalations.command(ticket, "reassign", archived))));
        assertEquals("invalid", refusal(escalations.ask(escalations.command(ticket, "reassign", new Desk().team()))));
        assertEquals("invalid", refusal(escalations.ask(escalations.command(ticket, "reassign", null))));
        assertEquals(team, escalations.desk.ticket(ticket).getString("teamId"));
        assertEquals(ada, escalations.desk.ticket(ticket).getString("assigneeId"));
        assertEquals(List.of("created", "team_changed"), escalations.desk.kinds(ticket));
    }

    @Test
    void a_ticket_that_has_ended_meanwhile_is_left_alone() {
        String ticket = escalations.ticket(escalations.agent("ada"), "");
        String team = escalations.desk.team();
        for (String ended : List.of("resolved", "closed")) {
            escalations.desk.change(ticket, "{\"status\":\"" + ended + "\"}");
            assertEquals("ticket-ended", refusal(escalations.ask(ticket, "raise_priority")));
            assertEquals("ticket-ended", refusal(escalations.ask(escalations.command(ticket, "reassign", team))));
            assertEquals("ticket-ended", refusal(escalations.ask(ticket, "notify_assignee")));
        }
        merge(ticket, escalations.desk.open("{\"title\":\"The other\"}"));
        assertEquals("already-merged", refusal(escalations.ask(ticket, "raise_priority")));
        assertEquals("already-merged", refusal(escalations.ask(ticket, "notify_assignee")));
        assertEquals(0, escalations.told("ada"));
        assertEquals("low", escalations.desk.ticket(ticket).getString("priority"));
    }

    private static void merge(String source, String destination) {
        try (Connection database = Databases.owner()) {
            database.createStatement()
                    .execute("update ticket set merged_into = '" + destination + "' where id = '" + source + "'");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void what_is_not_there_or_not_known_is_refused_and_what_stands_behind_it_is_obeyed() {
        String ticket = escalations.ticket("", "");
        assertEquals("unsupported-action", refusal(escalations.ask(ticket, "call_the_police")));
        assertEquals("not-found", refusal(escalations.ask(UUID.randomUUID().toString(), "raise_priority")));
        assertEquals("not-found", refusal(escalations.ask(new Desk().open("{\"title\":\"x\"}"), "notify_lead")));
        OutboundEvent wrong =
                escalations.command(ticket, "reassign", UUID.randomUUID().toString());
        OutboundEvent right = escalations.command(ticket, "raise_priority", null);
        Events.publish(wrong, right);
        assertEquals("invalid", refusal(escalations.watch.await(answering(wrong))));
        assertInstanceOf(
                TicketEvent.PriorityChanged.class,
                escalations.watch.await(answering(right)).data());
    }
}
