package io.omniflow.ticket.notification;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.Topics;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.time.Ids;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.notification.domain.Kind;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Assignments and mentions become notices; so does what others add in a transaction of theirs. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class NoticesIT {
    private Crew crew;

    @Inject
    @SuppressWarnings("NullAway") // set by Quarkus before the test
    Feeds feeds;

    @Inject
    @SuppressWarnings("NullAway") // set by Quarkus before the test
    Transactions transactions;

    @BeforeEach
    void gather() {
        crew = new Crew();
    }

    @Test
    void whoever_is_assigned_by_somebody_else_is_told() {
        String ticket = crew.open("anna", "{\"title\":\"x\",\"assigneeId\":\"" + crew.ben + "\"}");
        JsonPath told = crew.awaitFeed("ben", 1).setRootPath("items[0]");
        assertEquals("assigned", told.getString("kind"));
        assertEquals(ticket, told.getString("ticketId"));
        assertEquals("x", told.getString("ticketTitle"));
        JsonPath shown = crew.desk.ticket(ticket);
        assertEquals(shown.getLong("number"), told.getLong("ticketNumber"));
        assertEquals(shown.getString("createdAt"), told.getString("at"));
        assertEquals("agent:anna", told.getString("actor"));
        assertEquals(Map.of(), told.getMap("data"));
        crew.desk.change(ticket, "{\"title\":\"another\"}");
        crew.assign("ben", ticket, crew.lea);
        JsonPath later = crew.awaitFeed("lea", 1).setRootPath("items[0]");
        assertEquals(crew.ben, later.getString("data.before"));
        assertEquals("another", later.getString("ticketTitle"));
        assertEquals("x", crew.feed("ben").getString("items[0].ticketTitle"), "as it was then");
    }

    @Test
    void whoever_takes_a_ticket_is_not_told() {
        String ticket = crew.open("ben", "{\"title\":\"x\",\"assigneeId\":\"" + crew.ben + "\"}");
        crew.assign("ben", ticket, crew.lea);
        crew.assign("ben", ticket, crew.ben);
        crew.assign("anna", ticket, crew.anna);
        crew.assign("anna", ticket, crew.ben);
        JsonPath told = crew.awaitFeed("ben", 1);
        assertEquals("agent:anna", told.getString("items[0].actor"));
        assertEquals(List.of("assigned"), crew.kinds("lea"));
        assertEquals(List.of(), crew.kinds("anna"));
    }

    @Test
    void whom_a_note_mentions_is_told_but_not_its_author_nor_who_is_gone() {
        crew.agent("Gone", "gone");
        crew.desk
                .as("admin")
                .body("{\"active\":false}")
                .patch("/api/v1/agents/"
                        + crew.as("gone").get("/api/v1/agents/me").path("id"))
                .then()
                .statusCode(200);
        String ticket = crew.open("anna", "{\"title\":\"x\"}");
        String note = crew.note("anna", ticket, "@ben, @gone and @\"Anna Schmidt\" see `@lea`");
        JsonPath told = crew.awaitFeed("ben", 1).setRootPath("items[0]");
        assertEquals("mentioned", told.getString("kind"));
        assertEquals(Map.of("noteId", note), told.getMap("data"));
        assertEquals("agent:anna", told.getString("actor"));
        assertEquals(List.of(), crew.kinds("anna"));
        assertEquals(List.of(), crew.kinds("lea"));
        assertEquals(List.of(), crew.kinds("gone"));
    }

    @Test
    void whom_his_teams_keep_from_a_ticket_is_told_nothing_of_it() {
        String limited = crew.desk.made(
                "agents",
                "{\"name\":\"Lim\",\"subject\":\"lim\",\"limitedToTeams\":true,\"teamIds\":[\"" + crew.team + "\"]}");
        String team = ",\"teamId\":\"" + crew.desk.team() + "\"";
        String other = crew.open("anna", "{\"title\":\"x\",\"assigneeId\":\"" + limited + "\"" + team + "}");
        crew.note("anna", other, "@lim @ben");
        crew.awaitFeed("ben", 1);
        String own = crew.open("anna", "{\"title\":\"x\",\"teamId\":\"" + crew.team + "\"}");
        crew.note("anna", own, "@lim");
        String ofNoTeam = crew.open("anna", "{\"title\":\"x\"}");
        crew.note("anna", ofNoTeam, "@lim");
        assertEquals(Set.of(own, ofNoTeam), Set.copyOf(crew.awaitFeed("lim", 2).<String>getList("items.ticketId")));
    }

    @Test
    void an_edit_tells_only_those_it_mentions_anew() {
        String ticket = crew.open("anna", "{\"title\":\"x\"}");
        String note = crew.note("anna", ticket, "@ben");
        crew.as("anna")
                .header("If-Match", "\"1\"")
                .body("{\"body\":\"@ben and @LEA.mail\"}")
                .patch(TICKETS + "/" + ticket + "/notes/" + note)
                .then()
                .statusCode(200);
        assertEquals(List.of("mentioned"), crew.awaitFeed("lea", 1).getList("items.kind"));
        assertEquals(List.of("mentioned"), crew.kinds("ben"));
    }

    @Test
    void an_event_that_comes_again_tells_nobody_again_even_when_it_was_forgotten() throws SQLException {
        SeenEvent assigned;
        String ticket;
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            ticket = crew.open("anna", "{\"title\":\"x\"}");
            crew.assign("anna", ticket, crew.ben);
            String id = ticket;
            assigned = watch.await(event ->
                    event.header("ce_subject").equals(id) && event.type().equals("omniflow.ticket.assigned.v1"));
        }
        crew.awaitFeed("ben", 1);
        again(assigned);
        try (Connection database = Databases.owner();
                PreparedStatement forget = database.prepareStatement("delete from inbox where event_id = ?")) {
            forget.setObject(1, UUID.fromString(assigned.header("ce_id")));
            assertEquals(1, forget.executeUpdate());
        }
        again(assigned);
        crew.note("anna", ticket, "@ben");
        assertEquals(List.of("mentioned", "assigned"), crew.awaitFeed("ben", 2).getList("items.kind"));
        assertEquals(2, crew.desk.rows("notification_change"));
    }

    private static void again(SeenEvent event) {
        Events.publish(
                event.topic(),
                Objects.requireNonNull(event.key()),
                Objects.requireNonNull(event.value()).getBytes(StandardCharsets.UTF_8),
                event.headers());
    }

    @Test
    void what_is_told_afterwards_or_is_long_past_alerts_nobody() {
        String ticket = crew.open("anna", "{\"title\":\"x\"}");
        crew.desk
                .as("lead")
                .contentType("application/x-ndjson")
                .body("""
                        {"externalId":"1","title":"old","createdAt":"2012-10-09T14:50:17Z","assignee":"ben","history":[\
                        {"at":"2012-10-09T14:51:17Z","note":"@ben"}]}
                        """.getBytes(StandardCharsets.UTF_8))
                .header("Prefer", "wait=20")
                .post("/api/v1/imports")
                .then()
                .statusCode(202);
        assertEquals(
                crew.ben,
                crew.desk.as("viewer").get(TICKETS + "?assignee=" + crew.ben).path("items[0].assigneeId"));
        TicketEvent.NoteAdded past = new TicketEvent.NoteAdded(UUID.randomUUID(), "@ben", state(ticket));
        Instant longAgo = Instant.now().minus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        Events.publish(io.omniflow.kit.outbox.OutboundEvent.of(
                new WorkspaceId(crew.desk.workspace),
                UUID.fromString(ticket),
                past,
                longAgo,
                null,
                new io.omniflow.kit.outbox.Origin("agent:anna", "c", null)));
        crew.assign("anna", ticket, crew.ben);
        assertEquals(List.of("assigned"), crew.awaitFeed("ben", 1).getList("items.kind"));
        assertEquals(ticket, crew.feed("ben").getString("items[0].ticketId"));
    }

    private io.omniflow.contract.TicketState state(String ticket) {
        try (Watch watch = Events.all(Topics.TICKETS)) {
            return ((TicketEvent)
                            watch.await(event -> event.header("ce_subject").equals(ticket))
                                    .data())
                    .ticket();
        }
    }

    @Test
    void others_add_in_their_own_transaction_and_learn_who_has_it() {
        String ticket = crew.open("anna", "{\"title\":\"x\"}");
        crew.desk
                .as("admin")
                .body("{\"active\":false}")
                .patch("/api/v1/agents/" + crew.lea)
                .then()
                .statusCode(200);
        UUID cause = Ids.next();
        List<Notice> notices = List.of(
                ping(ticket, crew.ben, cause),
                ping(ticket, crew.lea, cause),
                ping(ticket, UUID.randomUUID().toString(), cause));
        for (int i = 0; i < 2; i++) {
            assertEquals(Set.of(UUID.fromString(crew.ben)), add(notices), "now, and from before");
        }
        assertEquals(Set.of(), add(List.of(ping(UUID.randomUUID().toString(), crew.ben, Ids.next()))));
        assertEquals(Set.of(), add(List.of()));
        assertEquals(List.of("stale_ping"), crew.kinds("ben"));
        assertEquals("2026-12-01T00:00:00Z", crew.feed("ben").getString("items[0].data.graceUntil"));
        assertEquals(1, crew.desk.rows("notification"));
    }

    private Set<UUID> add(List<Notice> notices) {
        return transactions
                .write(transaction -> feeds.add(transaction, notices))
                .await()
                .indefinitely();
    }

    private Notice ping(String ticket, String agent, UUID cause) {
        return new Notice(
                new WorkspaceId(crew.desk.workspace),
                UUID.fromString(agent),
                Kind.STALE_PING,
                UUID.fromString(ticket),
                Instant.now(),
                "system:sla-service",
                Map.of("graceUntil", "2026-12-01T00:00:00Z"),
                cause);
    }
}
