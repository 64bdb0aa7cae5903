package io.omniflow.ticket.lifecycle.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Every command is answered once. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class CommandsIT {
    private final Desk desk = new Desk();

    private static Predicate<SeenEvent> answering(OutboundEvent command) {
        return event -> event.header("ce_causationid").equals(command.id().toString());
    }

    @Test
    void a_ticket_that_was_just_opened_reports_its_state() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            String id = desk.open("{\"title\":\"x\"}");
            OutboundEvent command = desk.told(id, new TicketCommand.ReportState(UUID.fromString(id)), null);
            Events.publish(command);
            SeenEvent answer = watch.await(answering(command));
            assertEquals("omniflow.ticket.state_reported.v1", answer.type());
            assertEquals(id, answer.key());
            assertEquals("", answer.header("ce_sequence"));
            assertEquals("c-" + id, answer.header("ce_correlationid"));
            assertEquals(
                    1, ((TicketAnswer.StateReported) answer.data()).ticket().version());
        }
    }

    @Test
    void what_is_not_there_or_not_of_the_workspace_is_rejected() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            String id = desk.open("{\"title\":\"x\"}");
            UUID nowhere = UUID.randomUUID();
            OutboundEvent unknown = desk.told(nowhere.toString(), new TicketCommand.ReportState(nowhere), null);
            OutboundEvent foreign =
                    new Desk().told(id, new TicketCommand.ChangeStatus(UUID.fromString(id), TicketStatus.CLOSED), null);
            Events.publish(unknown, foreign);
            for (OutboundEvent command : List.of(unknown, foreign)) {
                SeenEvent answer = watch.await(answering(command));
                var rejected = assertInstanceOf(TicketAnswer.CommandRejected.class, answer.data());
                assertEquals("not-found", rejected.problem().type());
                assertEquals(404, rejected.problem().status());
                assertEquals(command.workspace().value(), answer.workspace());
            }
            assertEquals("open", desk.ticket(id).getString("status"));
        }
    }

    @Test
    void a_status_is_changed_once_however_often_the_command_comes() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            String id = desk.open("{\"title\":\"x\"}");
            UUID ticket = UUID.fromString(id);
            OutboundEvent close = desk.told(id, new TicketCommand.ChangeStatus(ticket, TicketStatus.CLOSED), null);
            Events.publish(close, close);
            var fact = assertInstanceOf(
                    TicketEvent.StatusChanged.class,
                    watch.await(answering(close)).data());
            assertEquals(TicketStatus.CLOSED, fact.after());
            desk.change(id, "{\"status\":\"open\"}");
            Events.publish(close);
            OutboundEvent reopen = desk.told(id, new TicketCommand.ChangeStatus(ticket, TicketStatus.OPEN), null);
            Events.publish(reopen);
            var unchanged = assertInstanceOf(
                    TicketAnswer.CommandUnchanged.class,
                    watch.await(answering(reopen)).data());
            assertEquals("omniflow.ticket-command.change_status.v1", unchanged.command());
            assertEquals(3, unchanged.ticket().version());
            List<SeenEvent> seen = watch.untilQuietFor(Duration.ofSeconds(1));
            assertEquals(1, seen.stream().filter(answering(close)).count());
            assertEquals(1, seen.stream().filter(answering(reopen)).count());
            assertEquals("open", desk.ticket(id).getString("status"));
        }
    }

    @Test
    void an_escalation_is_one_change_of_priority_and_team() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            String id = desk.open("{\"title\":\"x\"}");
            UUID team = UUID.fromString(desk.team());
            OutboundEvent command = desk.told(
                    id, new TicketCommand.Escalate(UUID.fromString(id), TicketPriority.URGENT, team, "it burns"), null);
            Events.publish(command);
            List<SeenEvent> facts = watch.await(2, answering(command));
            assertEquals(
                    List.of("omniflow.ticket.priority_changed.v1", "omniflow.ticket.team_changed.v1"),
                    facts.stream().map(SeenEvent::type).toList());
            assertEquals(facts.getFirst().header("ce_changeid"), facts.getLast().header("ce_changeid"));
            assertEquals("system:test", facts.getLast().header("ce_actor"));
            assertEquals(team.toString(), desk.ticket(id).getString("teamId"));
        }
    }
}
