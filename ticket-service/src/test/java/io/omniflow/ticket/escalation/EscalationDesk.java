package io.omniflow.ticket.escalation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.Topics;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Tokens;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A workspace, sla-service's part of the talk, and what comes of it. */
final class EscalationDesk implements AutoCloseable {
    static final UUID POLICY = UUID.fromString("019dd6bf-fe80-7823-812d-1eacb6795622");
    static final Instant MARK = Instant.parse("2026-11-23T10:20:00.000Z");

    final Desk desk = new Desk();
    final Watch watch = Events.watch(Topics.TICKETS);

    @Override
    public void close() {
        watch.close();
    }

    String agent(String subject) {
        return desk.made("agents", "{\"name\":\"%1$s\",\"subject\":\"%1$s\"}".formatted(subject));
    }

    /** Of low priority, in a team with that lead. */
    String ticket(String assignee, String lead) {
        String team = desk.made("teams", "{\"name\":\"%s\",\"leadId\":%s}".formatted(UUID.randomUUID(), quoted(lead)));
        return desk.open("{\"title\":\"Late\",\"priority\":\"low\",\"teamId\":\"%s\",\"assigneeId\":%s}"
                .formatted(team, quoted(assignee)));
    }

    private static String quoted(String id) {
        return id.isEmpty() ? "null" : '"' + id + '"';
    }

    OutboundEvent command(String ticket, String action, @Nullable String team) {
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

    static Predicate<SeenEvent> answering(OutboundEvent command) {
        return event -> event.header("ce_causationid").equals(command.id().toString());
    }

    /** The answer to it. */
    SeenEvent ask(OutboundEvent command) {
        Events.publish(command);
        return watch.await(answering(command));
    }

    SeenEvent ask(String ticket, String action) {
        return ask(command(ticket, action, null));
    }

    static String refusal(SeenEvent answer) {
        return assertInstanceOf(TicketAnswer.CommandRejected.class, answer.data())
                .problem()
                .type();
    }

    static TicketAnswer.CommandUnchanged unchanged(SeenEvent answer) {
        return assertInstanceOf(TicketAnswer.CommandUnchanged.class, answer.data());
    }

    JsonPath feed(String subject) {
        return given().auth()
                .oauth2(Tokens.token(desk.workspace, subject, "agent"))
                .queryParam("kind", "escalated")
                .get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    int told(String subject) {
        return feed(subject).getList("items").size();
    }

    void deactivate(String agent) {
        desk.as("admin")
                .body("{\"active\":false}")
                .patch("/api/v1/agents/" + agent)
                .then()
                .statusCode(200);
    }
}
