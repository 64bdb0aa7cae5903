package io.omniflow.ticket.lifecycle;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.Topics;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class AssignmentIT {
    private final Desk desk = new Desk();

    private String retired() {
        String id = desk.agent();
        desk.as(Roles.LEAD)
                .body("{\"active\":false}")
                .patch("/api/v1/agents/" + id)
                .then()
                .statusCode(200);
        return id;
    }

    private String archived() {
        String id = desk.team();
        desk.as(Roles.LEAD).delete("/api/v1/teams/" + id).then().statusCode(204);
        return id;
    }

    @Test
    void a_ticket_is_assigned_to_an_active_agent_of_its_workspace() {
        String ticket = desk.open("{\"title\":\"x\",\"assigneeId\":\"" + desk.agent() + "\"}");
        for (String wrong : List.of(
                UUID.randomUUID().toString(), new UUID(0, 0).toString(), new Desk().agent(), desk.team(), retired())) {
            refused(ticket, "assigneeId", wrong);
        }
    }

    @Test
    void a_ticket_goes_to_a_team_of_its_workspace_that_is_not_archived() {
        String ticket = desk.open("{\"title\":\"x\",\"teamId\":\"" + desk.team() + "\"}");
        for (String wrong : List.of(
                UUID.randomUUID().toString(), new UUID(0, 0).toString(), new Desk().team(), desk.agent(), archived())) {
            refused(ticket, "teamId", wrong);
        }
    }

    private void refused(String ticket, String field, String id) {
        long before = desk.rows("ticket");
        desk.anna()
                .body("{\"title\":\"x\",\"" + field + "\":\"" + id + "\"}")
                .post(TICKETS)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/" + field)));
        desk.anna()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"title\":\"x\",\"" + field + "\":\"" + id + "\"}")
                .post(TICKETS)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/" + field)));
        desk.anna()
                .body("{\"title\":\"y\",\"" + field + "\":\"" + id + "\"}")
                .patch(TICKETS + "/" + ticket)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/" + field)));
        assertEquals(before, desk.rows("ticket"));
        assertEquals(1, desk.ticket(ticket).getInt("version"));
    }

    @Test
    void a_ticket_keeps_whom_it_had_and_can_still_be_changed() {
        String agent = desk.agent();
        String team = desk.team();
        String ticket = desk.open("{\"title\":\"x\",\"assigneeId\":\"" + agent + "\",\"teamId\":\"" + team + "\"}");
        desk.as(Roles.LEAD)
                .body("{\"active\":false}")
                .patch("/api/v1/agents/" + agent)
                .then()
                .statusCode(200);
        desk.as(Roles.LEAD).delete("/api/v1/teams/" + team).then().statusCode(204);
        desk.change(ticket, "{\"status\":\"waiting\",\"assigneeId\":\"" + agent + "\"}");
        assertEquals(agent, desk.ticket(ticket).getString("assigneeId"));
        assertEquals(team, desk.ticket(ticket).getString("teamId"));
        desk.change(ticket, "{\"assigneeId\":null,\"teamId\":null}");
        refusedChange(ticket, "assigneeId", agent);
        refusedChange(ticket, "teamId", team);
    }

    private void refusedChange(String ticket, String field, String id) {
        desk.anna()
                .body("{\"" + field + "\":\"" + id + "\"}")
                .patch(TICKETS + "/" + ticket)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/" + field)));
    }

    @Test
    void an_escalation_to_no_team_is_rejected_and_those_behind_it_are_obeyed() {
        String ticket = desk.open("{\"title\":\"x\"}");
        UUID team = UUID.fromString(desk.team());
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            OutboundEvent wrong = escalation(ticket, UUID.fromString(archived()));
            OutboundEvent right = escalation(ticket, team);
            Events.publish(wrong, right);
            SeenEvent answer = watch.await(
                    event -> event.header("ce_causationid").equals(wrong.id().toString()));
            assertEquals(
                    422,
                    ((TicketAnswer.CommandRejected) answer.data()).problem().status());
            watch.await(
                    2, event -> event.header("ce_causationid").equals(right.id().toString()));
        }
        assertEquals(team.toString(), desk.ticket(ticket).getString("teamId"));
        assertEquals(3, desk.ticket(ticket).getInt("version"));
    }

    private OutboundEvent escalation(String ticket, UUID team) {
        return desk.told(
                ticket, new TicketCommand.Escalate(UUID.fromString(ticket), TicketPriority.URGENT, team, "x"), null);
    }
}
