package io.omniflow.ticket.escalation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.Topics;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Tokens;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a policy asks for, as sla-service asks it: each thing is done once and answered once. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class EscalationIT {
    private static final UUID POLICY = UUID.fromString("019dd6bf-fe80-7823-812d-1eacb6795622");
    private static final Instant MARK = Instant.parse("2026-11-23T10:20:00.000Z");

    private final Desk desk = new Desk();
    private final Watch watch = Events.watch(Topics.TICKETS);

    @AfterEach
    void close() {
        watch.close();
    }

    private String agent(String subject) {
        return desk.made("agents", "{\"name\":\"%1$s\",\"subject\":\"%1$s\"}".formatted(subject));
    }

    private String ticket(String assignee, String lead) {
        String team = desk.made("teams", "{\"name\":\"%s\",\"leadId\":%s}".formatted(UUID.randomUUID(), quoted(lead)));
        return desk.open("{\"title\":\"Late\",\"priority\":\"low\",\"teamId\":\"%s\",\"assigneeId\":%s}"
                .formatted(team, quoted(assignee)));
    }

    private static String quoted(String id) {
        return id.isEmpty() ? "null" : '"' + id + '"';
    }

    private OutboundEvent command(String ticket, String action, @Nullable String team) {
        return OutboundEvent.of(
                new WorkspaceId(desk.workspace),
                UUID.fromString(ticket),
                new TicketCommand.Escalate(
                        UUID.fromString(ticket),
                        null,
                        team == null ? null : UUID.fromString(team),
                        "resolution has passed its target",
                        action,
                        "resolution",
                        100,
                        POLICY,
                        2,
                        MARK,
                        MARK),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                null,
                new Origin(
                        "automation:escalation",
                        "c-" + ticket,
                        UUID.randomUUID().toString()));
    }

    private static Predicate<SeenEvent> answering(OutboundEvent command) {
        return event -> event.header("ce_causationid").equals(command.id().toString());
    }

    private SeenEvent ask(OutboundEvent command) {
        Events.publish(command);
        return watch.await(answering(command));
    }

    private SeenEvent ask(String ticket, String action) {
        return ask(command(ticket, action, null));
    }

    private static String refusal(SeenEvent answer) {
        return assertInstanceOf(TicketAnswer.CommandRejected.class, answer.data())
                .problem()
                .type();
    }

    private static TicketAnswer.CommandUnchanged unchanged(SeenEvent answer) {
        return assertInstanceOf(TicketAnswer.CommandUnchanged.class, answer.data());
    }

    private JsonPath feed(String subject) {
        return given().auth()
                .oauth2(Tokens.token(desk.workspace, subject, "agent"))
                .queryParam("kind", "escalated")
                .get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private int told(String subject) {
        return feed(subject).getList("items").size();
    }

    private void deactivate(String agent) {
        desk.as("admin")
                .body("{\"active\":false}")
                .patch("/api/v1/agents/" + agent)
                .then()
                .statusCode(200);
    }

    @Test
    void a_priority_goes_up_one_step_a_command_until_it_is_urgent() {
        String ticket = ticket("", "");
        OutboundEvent first = command(ticket, "raise_priority", null);
        SeenEvent fact = ask(first);
        var raised = assertInstanceOf(TicketEvent.PriorityChanged.class, fact.data());
        assertEquals(TicketPriority.LOW, raised.before());
        assertEquals(TicketPriority.NORMAL, raised.after());
        assertEquals("automation:escalation", fact.header("ce_actor"));
        assertEquals("c-" + ticket, fact.header("ce_correlationid"));
        assertInstanceOf(
                TicketEvent.PriorityChanged.class, ask(ticket, "raise_priority").data());
        assertInstanceOf(
                TicketEvent.PriorityChanged.class, ask(ticket, "raise_priority").data());
        TicketAnswer.CommandUnchanged last = unchanged(ask(ticket, "raise_priority"));
        assertEquals("omniflow.ticket-command.escalate.v1", last.command());
        assertEquals(TicketPriority.URGENT, last.ticket().priority());
        assertEquals(
                List.of("created", "priority_changed", "priority_changed", "priority_changed"), desk.kinds(ticket));
    }

    @Test
    void a_command_that_comes_again_does_nothing_again() {
        String ticket = ticket(agent("ada"), "");
        OutboundEvent raise = command(ticket, "raise_priority", null);
        OutboundEvent tell = command(ticket, "notify_assignee", null);
        Events.publish(raise, raise, tell, tell);
        watch.await(answering(tell));
        Events.publish(raise, tell);
        List<SeenEvent> seen = watch.untilQuietFor(Duration.ofSeconds(1));
        assertEquals(1, seen.stream().filter(answering(raise)).count());
        assertEquals(1, seen.stream().filter(answering(tell)).count());
        assertEquals("normal", desk.ticket(ticket).getString("priority"));
        assertEquals(1, told("ada"));
    }

    @Test
    void a_team_gets_the_ticket_and_only_one_that_is_there() {
        String ada = agent("ada");
        String ticket = ticket(ada, "");
        String team = desk.team();
        assertEquals(
                UUID.fromString(team),
                assertInstanceOf(
                                TicketEvent.TeamChanged.class,
                                ask(command(ticket, "reassign", team)).data())
                        .after());
        unchanged(ask(command(ticket, "reassign", team)));

        String archived = desk.team();
        desk.as("lead").delete("/api/v1/teams/" + archived).then().statusCode(204);
        assertEquals("invalid", refusal(ask(command(ticket, "reassign", archived))));
        assertEquals("invalid", refusal(ask(command(ticket, "reassign", new Desk().team()))));
        assertEquals("invalid", refusal(ask(command(ticket, "reassign", null))));
        assertEquals(team, desk.ticket(ticket).getString("teamId"));
        assertEquals(ada, desk.ticket(ticket).getString("assigneeId"));
        assertEquals(List.of("created", "team_changed"), desk.kinds(ticket));
    }

    @Test
    void the_one_asked_for_is_told_why_and_the_ticket_stays_as_it_is() {
        String ticket = ticket(agent("ada"), agent("lea"));
        OutboundEvent toAssignee = command(ticket, "notify_assignee", null);
        assertEquals(1, unchanged(ask(toAssignee)).ticket().version());
        assertEquals(0, told("lea"));
        JsonPath notice = feed("ada").setRootPath("items[0]");
        assertEquals("escalated", notice.getString("kind"));
        assertEquals(ticket, notice.getString("ticketId"));
        assertEquals("automation:escalation", notice.getString("actor"));
        assertEquals(toAssignee.time(), Instant.parse(notice.getString("at")));
        assertEquals(
                Map.of(
                        "metric",
                        "resolution",
                        "percent",
                        100,
                        "policyId",
                        POLICY.toString(),
                        "policyVersion",
                        2,
                        "clockAt",
                        "2026-11-23T10:20:00.000Z",
                        "dueAt",
                        "2026-11-23T10:20:00.000Z"),
                notice.getMap("data"));

        unchanged(ask(ticket, "notify_lead"));
        assertEquals(1, told("lea"));
        assertEquals(1, told("ada"));
        assertEquals(List.of("created"), desk.kinds(ticket));
    }

    @Test
    void who_is_not_there_is_stood_in_for_and_nobody_at_all_is_a_refusal() {
        String ada = agent("ada");
        String lea = agent("lea");
        unchanged(ask(ticket("", lea), "notify_assignee"));
        assertEquals(1, told("lea"));
        unchanged(ask(ticket(ada, ""), "notify_lead"));
        assertEquals(1, told("ada"));

        String ticket = ticket(ada, lea);
        deactivate(ada);
        unchanged(ask(ticket, "notify_assignee"));
        assertEquals(2, told("lea"));
        deactivate(lea);
        assertEquals("escalation-undeliverable", refusal(ask(ticket, "notify_assignee")));
        assertEquals("escalation-undeliverable", refusal(ask(ticket, "notify_lead")));
        assertEquals(3, desk.rows("(select * from notification where kind = 'escalated') as told"));
    }

    @Test
    void a_ticket_that_has_ended_meanwhile_is_left_alone() {
        String ticket = ticket(agent("ada"), "");
        String team = desk.team();
        for (String ended : List.of("resolved", "closed")) {
            desk.change(ticket, "{\"status\":\"" + ended + "\"}");
            assertEquals("ticket-ended", refusal(ask(ticket, "raise_priority")));
            assertEquals("ticket-ended", refusal(ask(command(ticket, "reassign", team))));
            assertEquals("ticket-ended", refusal(ask(ticket, "notify_assignee")));
        }
        merge(ticket, desk.open("{\"title\":\"The other\"}"));
        assertEquals("already-merged", refusal(ask(ticket, "raise_priority")));
        assertEquals("already-merged", refusal(ask(ticket, "notify_assignee")));
        assertEquals(0, told("ada"));
        assertEquals("low", desk.ticket(ticket).getString("priority"));
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
        String ticket = ticket("", "");
        assertEquals("unsupported-action", refusal(ask(ticket, "call_the_police")));
        assertEquals("not-found", refusal(ask(UUID.randomUUID().toString(), "raise_priority")));
        assertEquals("not-found", refusal(ask(new Desk().open("{\"title\":\"x\"}"), "notify_lead")));
        OutboundEvent wrong = command(ticket, "reassign", UUID.randomUUID().toString());
        OutboundEvent right = command(ticket, "raise_priority", null);
        Events.publish(wrong, right);
        assertEquals("invalid", refusal(watch.await(answering(wrong))));
        assertInstanceOf(
                TicketEvent.PriorityChanged.class, watch.await(answering(right)).data());
    }
}
