package io.omniflow.integration;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.integration.incoming.IncomingWebhooks;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is let in, what becomes of it, and what is kept of the rest: nothing. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class IncomingIT {
    static final String INCOMING = "/api/v1/integrations/incoming";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    SeenSignals seen;

    @Inject
    IncomingWebhooks webhooks;

    private Desk desk;
    private String connection;

    @BeforeEach
    void open() {
        desk = new Desk();
        connection = desk.connect(SignedSlack.connection());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_is_signed_is_stored_answered_with_nothing_and_worked_off() {
        String event = SignedSlack.newEvent();
        SignedSlack.send(connection, SignedSlack.reply(event, "We are on it"))
                .then()
                .statusCode(200)
                .body(equalTo(""));

        awaitSeen("We are on it");
        awaitState("done")
                .then()
                .body("items", hasSize(1))
                .body("items[0].deliveryId", equalTo(event))
                .body("items[0].system", equalTo("slack"))
                .body("items[0].connectionId", equalTo(connection))
                .body("items[0].reason", equalTo(null))
                .body("items[0].settledAt", notNullValue());
    }

    @Test
    void a_repetition_is_accepted_and_does_nothing() {
        String body = SignedSlack.reply(SignedSlack.newEvent(), "Once only");
        SignedSlack.send(connection, body).then().statusCode(200);
        SignedSlack.send(connection, SignedSlack.SECRET, Instant.now().minusSeconds(60), body)
                .then()
                .statusCode(200);
        SignedSlack.send(connection, SignedSlack.reply(SignedSlack.newEvent(), "After it"))
                .then()
                .statusCode(200);

        awaitSeen("Once only", "After it");
    }

    @Test
    void a_repetition_is_known_when_the_first_was_removed_long_ago() {
        String body = SignedSlack.reply(SignedSlack.newEvent(), "Kept for a month");
        SignedSlack.send(connection, body).then().statusCode(200);
        awaitState("done");

        webhooks.forget(Instant.now().plusSeconds(60), 100_000).await().indefinitely();
        listed().then().body("items", empty());
        SignedSlack.send(connection, body).then().statusCode(200);
        listed().then().body("items", empty());
    }

    @Test
    void what_came_over_a_connection_that_is_gone_leaves_no_trace() throws SQLException {
        SignedSlack.send(connection, SignedSlack.reply(SignedSlack.newEvent(), "Soon gone"))
                .then()
                .statusCode(200);
        awaitState("done");
        String other = desk.connect(SignedSlack.connection());
        SignedSlack.send(other, SignedSlack.reply(SignedSlack.newEvent(), "To stay"));
        desk.as("admin").delete(Desk.CONNECTIONS + "/" + connection).then().statusCode(204);

        webhooks.forgetTraces(100_000).await().indefinitely();

        assertEquals(0, tracesOf(connection));
        assertEquals(1, tracesOf(other));
        SignedSlack.send(connection, SignedSlack.reply(SignedSlack.newEvent(), "Too late"))
                .then()
                .statusCode(401);
    }

    @Test
    void webhooks_are_worked_off_in_the_order_they_came() {
        String[] texts = new String[30];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = "Number " + i;
            SignedSlack.send(connection, SignedSlack.reply(SignedSlack.newEvent(), texts[i]))
                    .then()
                    .statusCode(200);
        }
        awaitSeen(texts);
    }

    @Test
    void whatever_is_wrong_with_a_signature_looks_alike_and_leaves_nothing() {
        String body = SignedSlack.reply(SignedSlack.newEvent(), "Let me in");
        Instant now = Instant.now();
        String good = SignedSlack.signature(SignedSlack.SECRET, now, body);
        Map<String, Object> mute = SignedSlack.connection();
        mute.remove("webhookSecret");
        String changed = body.replace("Let me in", "Let me iN");

        List<Response> refused = List.of(
                SignedSlack.send(connection, "another secret", now, body),
                SignedSlack.send("slack", connection, now, good, changed),
                SignedSlack.send("slack", connection, now.plusSeconds(1), good, body),
                SignedSlack.send("slack", connection, now, "", body),
                SignedSlack.send("slack", connection, now, good.substring(3), body),
                SignedSlack.send("slack", connection, now, good.toUpperCase(Locale.ROOT), body),
                SignedSlack.send("slack", UUID.randomUUID().toString(), now, good, body),
                SignedSlack.send("linear", connection, now, good, body),
                SignedSlack.send("jira", connection, now, good, body),
                SignedSlack.send("teams", connection, now, good, body),
                SignedSlack.send(desk.connect(mute), body),
                SignedSlack.send(connection, SignedSlack.SECRET, now.minusSeconds(301), body),
                SignedSlack.send(connection, SignedSlack.SECRET, now.plusSeconds(303), body));

        refused.forEach(answer -> answer.then().statusCode(401).contentType("application/problem+json"));
        assertEquals(
                1,
                refused.stream()
                        .map(answer -> answer.path("type") + " " + answer.path("title") + " " + answer.path("detail"))
                        .distinct()
                        .count());
        listed().then().body("items", empty());
    }

    @Test
    void what_is_late_within_the_window_is_let_in() {
        SignedSlack.send(
                        connection,
                        SignedSlack.SECRET,
                        Instant.now().minusSeconds(240),
                        SignedSlack.reply(SignedSlack.newEvent(), "Sorry to be late"))
                .then()
                .statusCode(200);
        awaitSeen("Sorry to be late");
    }

    @Test
    void a_changed_secret_counts_at_once() {
        String body = SignedSlack.reply(SignedSlack.newEvent(), "With the old one");
        SignedSlack.send(connection, body).then().statusCode(200);
        desk.as("admin")
                .body(Map.of("webhookSecret", "the new secret"))
                .patch(Desk.CONNECTIONS + "/" + connection)
                .then()
                .statusCode(200);

        SignedSlack.send(
                        connection,
                        "the new secret",
                        Instant.now(),
                        SignedSlack.reply(SignedSlack.newEvent(), "With the new one"))
                .then()
                .statusCode(200);
        SignedSlack.send(connection, SignedSlack.reply(SignedSlack.newEvent(), "Stolen"))
                .then()
                .statusCode(401);
        awaitSeen("With the old one", "With the new one");
    }

    @Test
    void slack_gets_its_challenge_back() {
        SignedSlack.send(
                        connection,
                        "{\"type\": \"url_verification\", \"token\": \"x\", \"challenge\": \"3eZbrw1aBm2rZg\"}")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(equalTo("3eZbrw1aBm2rZg"));
        listed().then().body("items", empty());
    }

    @Test
    void more_than_a_megabyte_is_refused_unread() {
        SignedSlack.send(connection, SignedSlack.reply(SignedSlack.newEvent(), "x".repeat(1_100_000)))
                .then()
                .statusCode(413);
        SignedSlack.send(connection, SignedSlack.reply(SignedSlack.newEvent(), "x".repeat(1_000_000)))
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_signed_and_cannot_be_read_is_put_aside_with_the_reason() {
        SignedSlack.send(connection, "{\"type\": \"event_call").then().statusCode(200);
        SignedSlack.send(connection, SignedSlack.reply(SignedSlack.newEvent(), "The next one"))
                .then()
                .statusCode(200);

        awaitSeen("The next one");
        Response aside = listed("?state=unreadable");
        aside.then().body("items.size()", equalTo(1)).body("items[0].reason", equalTo("Not a JSON object"));
        String id = aside.path("items[0].id");
        desk.as("lead").post(INCOMING + "/" + id + "/retry").then().statusCode(403);
        desk.as("admin")
                .post(INCOMING + "/" + id + "/retry")
                .then()
                .statusCode(200)
                .body("state", equalTo("waiting"));
        awaitState("unreadable").then().body("items[0].id", equalTo(id));
    }

    @Test
    void what_fails_is_tried_again_then_put_aside_and_can_be_retried_by_hand() {
        String stone = "Stone " + UUID.randomUUID();
        seen.stumbleAt(stone);
        SignedSlack.send(connection, SignedSlack.reply(SignedSlack.newEvent(), stone))
                .then()
                .statusCode(200);
        SignedSlack.send(connection, SignedSlack.reply(SignedSlack.newEvent(), "Behind the stone"))
                .then()
                .statusCode(200);

        awaitSeen("Behind the stone");
        assertEquals(3, seen.triesOf(stone), "attempts as the setting says");
        Response aside = listed("?state=failed&connectionId=" + connection);
        aside.then()
                .body("items.size()", equalTo(1))
                .body("items[0].attempts", equalTo(3))
                .body("items[0].reason", equalTo("The work failed on our side: IllegalStateException"));

        seen.walkOn(stone);
        String id = aside.path("items[0].id");
        desk.as("admin").post(INCOMING + "/" + id + "/retry").then().statusCode(200);
        awaitSeen("Behind the stone", stone);
        desk.as("admin").post(INCOMING + "/" + id + "/retry").then().statusCode(409);
    }

    /** The row as it is when the service dies after its answer: nobody was told of it. */
    @Test
    void what_a_dead_service_had_accepted_is_worked_off_by_the_next() throws SQLException {
        try (Connection database = Databases.runtime();
                PreparedStatement row = database.prepareStatement("""
                    insert into incoming_webhook (workspace_id, id, connection_id, system, delivery_id, state, attempts,
                      next_attempt_at, body, received_at)
                    values (?, ?, ?, 'slack', 'Ev1', 'waiting', 0, now(), ?, now())
                    """)) {
            row.setObject(1, desk.workspace);
            row.setObject(2, UUID.randomUUID());
            row.setObject(3, UUID.fromString(connection));
            row.setBytes(4, SignedSlack.reply("Ev1", "Left behind").getBytes(StandardCharsets.UTF_8));
            row.executeUpdate();
        }
        awaitSeen("Left behind");
    }

    @Test
    void the_list_goes_back_page_by_page() {
        for (int i = 0; i < 3; i++) {
            SignedSlack.send(connection, SignedSlack.reply("Ev-page-" + i, "Page " + i))
                    .then()
                    .statusCode(200);
        }
        Response newest = listed("?limit=2&connectionId=" + connection);
        newest.then()
                .body("items.deliveryId", equalTo(List.of("Ev-page-2", "Ev-page-1")))
                .body("nextCursor", notNullValue());
        String cursor = newest.path("nextCursor");
        listed("?limit=2&connectionId=" + connection + "&cursor=" + cursor)
                .then()
                .body("items.deliveryId", equalTo(List.of("Ev-page-0")))
                .body("nextCursor", equalTo(null));
        listed("?connectionId=" + UUID.randomUUID()).then().body("items", empty());
        listed("?state=nonsense").then().statusCode(422);
    }

    private void awaitSeen(String... texts) {
        Awaitility.await("signals")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> seen.of(connection).size() >= texts.length);
        assertEquals(List.of(texts), seen.of(connection));
    }

    /** What came in over this workspace, once something is in that state. */
    private Response awaitState(String state) {
        Awaitility.await(state).atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> !listed("?state=" + state)
                .<List<?>>path("items")
                .isEmpty());
        return listed("?state=" + state);
    }

    private Response listed() {
        return listed("");
    }

    private Response listed(String query) {
        return desk.as("admin").get(INCOMING + query);
    }

    private static int tracesOf(String connection) throws SQLException {
        try (Connection database = Databases.owner();
                PreparedStatement count =
                        database.prepareStatement("select count(*) from incoming_delivery where connection_id = ?")) {
            count.setObject(1, UUID.fromString(connection));
            var rows = count.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }
}
