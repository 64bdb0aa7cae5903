package io.omniflow.ticket.stale;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Tokens;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pings and closes as sla-service asks for them, and as somebody else might. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class StaleIT {
    private static final Duration GRACE = Duration.ofMillis(1500);

    private final Desk desk = new Desk();
    private final Watch watch = Events.watch(Topics.TICKETS);

    @BeforeEach
    void closing() {
        policy("true");
    }

    @AfterEach
    void close() {
        watch.close();
    }

    private String agent(String subject) {
        return desk.made("agents", "{\"name\":\"%1$s\",\"subject\":\"%1$s\"}".formatted(subject));
    }

    private void policy(String autoClose) {
        desk.as("lead")
                .body("{\"enabled\":true,\"waitingFor\":\"PT1S\",\"grace\":\"PT1S\",\"autoClose\":" + autoClose + "}")
                .put("/api/v1/stale-policy")
                .then()
                .statusCode(200);
    }

    private String waiting(String assignee, String lead) {
        String team = desk.made("teams", "{\"name\":\"%s\",\"leadId\":%s}".formatted(UUID.randomUUID(), quoted(lead)));
        return desk.open("{\"title\":\"Long\",\"status\":\"waiting\",\"teamId\":\"%s\",\"assigneeId\":%s}"
                .formatted(team, quoted(assignee)));
    }

    private static String quoted(String id) {
        return id.isEmpty() ? "null" : '"' + id + '"';
    }

    private void deactivate(String agent) {
        desk.as("admin")
                .body("{\"active\":false}")
                .patch("/api/v1/agents/" + agent)
                .then()
                .statusCode(200);
    }

    private SeenEvent ping(String ticket, String recipient, Duration grace) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return ask(ticket, new TicketCommand.PingStale(UUID.fromString(ticket), now.plus(grace), recipient), now);
    }

    private SeenEvent close(String ticket) {
        return ask(
                ticket,
                new TicketCommand.CloseStale(UUID.fromString(ticket)),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** The answer to it. */
    private SeenEvent ask(String ticket, TicketCommand command, Instant at) {
        OutboundEvent asked = OutboundEvent.of(
                new WorkspaceId(desk.workspace),
                UUID.fromString(ticket),
                command,
                at,
                null,
                new Origin("system:sla-service", "c-" + ticket, null));
        Events.publish(asked);
        return watch.await(
                event -> event.header("ce_causationid").equals(asked.id().toString()));
    }

    private static String refusal(SeenEvent answer) {
        return assertInstanceOf(TicketAnswer.CommandRejected.class, answer.data())
                .problem()
                .type();
    }

    private static TicketEvent.StalePinged pinged(SeenEvent answer) {
        return assertInstanceOf(TicketEvent.StalePinged.class, answer.data());
    }

    private List<JsonPath> feed(String subject) {
        JsonPath read = given().auth()
                .oauth2(Tokens.token(desk.workspace, subject, "agent"))
                .queryParam("kind", "stale_ping")
                .get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return IntStream.range(0, read.getList("items").size())
                .mapToObj(i -> new JsonPath(read.prettify()).setRootPath("items[" + i + "]"))
                .toList();
    }

    /** When the newest ping was put into the feed. */
    private Instant told(String subject) {
        return Instant.parse(feed(subject).getFirst().getString("at"));
    }

    private static void after(Instant instant) {
        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> Instant.now()
                .isAfter(instant.plusMillis(50)));
    }

    @Test
    void assignee_then_lead_are_told_in_their_feeds_and_the_ticket_is_closed_after_the_grace() {
        String ada = agent("ada");
        String lea = agent("lea");
        String ticket = waiting(ada, lea);

        SeenEvent first = ping(ticket, "assignee", GRACE);
        assertEquals(UUID.fromString(ada), pinged(first).agentId());
        assertEquals(ticket, feed("ada").getFirst().getString("ticketId"));
        assertEquals(0, feed("lea").size());

        SeenEvent second = ping(ticket, "lead", GRACE);
        assertEquals(UUID.fromString(lea), pinged(second).agentId());
        assertEquals(1, feed("lea").size());
        after(pinged(second).graceUntil());

        SeenEvent closed = close(ticket);
        assertEquals(
                TicketStatus.CLOSED,
                assertInstanceOf(TicketEvent.StatusChanged.class, closed.data()).after());
        assertEquals("system:sla-service", closed.header("ce_actor"));
        assertEquals("closed", desk.ticket(ticket).getString("status"));
        assertEquals(2, feed("ada").size());
        assertEquals(true, feed("ada").getFirst().getBoolean("data.closed"));
        assertEquals(List.of("created", "stale_pinged", "stale_pinged", "status_changed"), desk.kinds(ticket));
    }

    @Test
    void a_close_nobody_was_asked_about_is_refused_whoever_forges_it() {
        String ticket = waiting(agent("ada"), "");
        assertEquals("not-pinged", refusal(close(ticket)));
        String open = desk.open("{\"title\":\"x\"}");
        assertEquals("not-waiting", refusal(close(open)));
        assertEquals("not-waiting", refusal(ping(open, "assignee", GRACE)));
        assertEquals("waiting", desk.ticket(ticket).getString("status"));
        assertEquals(List.of("created"), desk.kinds(ticket));
    }

    @Test
    void activity_after_the_ping_cancels_it_and_a_new_wait_needs_a_new_one() {
        String ticket = waiting(agent("ada"), "");
        after(pinged(ping(ticket, "assignee", Duration.ofMillis(10))).graceUntil());
        desk.change(ticket, "{\"title\":\"Still wanted\"}");
        assertEquals("activity-since", refusal(close(ticket)));

        after(pinged(ping(ticket, "assignee", Duration.ofMillis(10))).graceUntil());
        desk.change(ticket, "{\"status\":\"open\"}");
        desk.change(ticket, "{\"status\":\"waiting\"}");
        assertEquals("activity-since", refusal(close(ticket)));

        after(pinged(ping(ticket, "assignee", Duration.ofMillis(10))).graceUntil());
        assertInstanceOf(TicketEvent.StatusChanged.class, close(ticket).data());
    }

    @Test
    void nothing_is_closed_where_auto_close_is_off_and_a_ping_owes_the_whole_grace() {
        String ticket = waiting(agent("ada"), "");
        SeenEvent forged = ping(ticket, "assignee", Duration.ofHours(-1));
        Instant delivered = told("ada");
        assertEquals(delivered.plusSeconds(1), pinged(forged).graceUntil());
        after(pinged(forged).graceUntil());
        policy("false");
        assertEquals("auto-close-off", refusal(close(ticket)));
        policy("true");
        assertInstanceOf(TicketEvent.StatusChanged.class, close(ticket).data());
    }

    @Test
    void the_lead_stands_in_for_nobody_and_the_assignee_for_no_lead() {
        String lea = agent("lea");
        assertEquals(
                UUID.fromString(lea),
                pinged(ping(waiting("", lea), "assignee", GRACE)).agentId());
        String ada = agent("ada");
        String ticket = waiting(ada, "");
        ping(ticket, "assignee", GRACE);
        assertEquals(UUID.fromString(ada), pinged(ping(ticket, "lead", GRACE)).agentId());
        assertEquals(2, feed("ada").size());
    }

    @Test
    void what_reaches_no_active_agent_is_refused_and_leaves_nothing_behind() {
        String ada = agent("ada");
        String lea = agent("lea");
        String ticket = waiting(ada, lea);
        deactivate(ada);
        deactivate(lea);
        assertEquals("ping-undeliverable", refusal(ping(ticket, "assignee", GRACE)));
        assertEquals("ping-undeliverable", refusal(ping(ticket, "lead", GRACE)));
        assertEquals("not-pinged", refusal(close(ticket)));
        assertEquals(List.of("created"), desk.kinds(ticket));
        String nobodys = desk.open("{\"title\":\"x\",\"status\":\"waiting\"}");
        assertEquals("ping-undeliverable", refusal(ping(nobodys, "assignee", GRACE)));
        assertEquals(0, desk.rows("(select * from notification where kind = 'stale_ping') as ping"));
    }

    @Test
    void a_ping_that_was_long_on_its_way_gives_a_whole_grace_from_its_delivery() {
        String ticket = waiting(agent("ada"), "");
        Instant asked = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(3600);
        SeenEvent answer =
                ask(ticket, new TicketCommand.PingStale(UUID.fromString(ticket), asked.plusSeconds(60), null), asked);
        Instant delivered = told("ada");
        assertEquals(delivered.plusSeconds(60), pinged(answer).graceUntil());
        assertEquals("grace-not-over", refusal(close(ticket)));
        assertFalse(Objects.requireNonNull(pinged(answer).agentId()).toString().isEmpty());
    }
}
