package io.omniflow.ticket.notification;

import static io.omniflow.ticket.notification.Crew.FEED;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feed as its owner sees it, and nobody else. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class NotificationsIT {
    private Crew crew;

    @Inject
    @SuppressWarnings("NullAway") // set by Quarkus before the test
    Feeds feeds;

    @BeforeEach
    void gather() {
        crew = new Crew();
    }

    /** Oldest first, past the service. */
    private List<String> notices(String agent, int count, String kind, String createdAt) {
        String insert =
                "insert into notification (workspace_id, agent_id, id, kind, ticket_id, ticket_number, ticket_title,"
                        + " at, actor, data, cause, created_at) select ?, ?, ('019ab3f0-0000-7000-8000-' || lpad(to_hex(n + ?), 12,"
                        + " '0'))::uuid, ?, gen_random_uuid(), 1, 'x', now(), 'system:test', '{}', gen_random_uuid(), ?::timestamptz"
                        + " from generate_series(1, ?) as n returning id";
        List<String> ids = new ArrayList<>();
        try (Connection database = Databases.owner();
                PreparedStatement statement = database.prepareStatement(insert)) {
            statement.setObject(1, crew.desk.workspace);
            statement.setObject(2, UUID.fromString(agent));
            statement.setLong(3, crew.desk.rows("notification"));
            statement.setString(4, kind);
            statement.setString(5, createdAt);
            statement.setInt(6, count);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return ids;
    }

    private List<String> notices(int count) {
        return notices(crew.ben, count, "assigned", "now");
    }

    private Response mark(String id, String body) {
        return crew.as("ben").body(body).patch(FEED + "/" + id);
    }

    @Test
    void one_is_shown_with_all_it_has() {
        String id = notices(1).getFirst();
        JsonPath shown = crew.as("ben")
                .get(FEED + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .extract()
                .jsonPath();
        assertEquals(
                Set.of(
                        "id",
                        "kind",
                        "ticketId",
                        "ticketNumber",
                        "ticketTitle",
                        "at",
                        "actor",
                        "data",
                        "read",
                        "readAt",
                        "version"),
                shown.getMap("").keySet());
        assertEquals(shown.<Object>get(), crew.feed("ben").<Object>get("items[0]"));
    }

    @Test
    void a_feed_is_its_agents_own() {
        String id = notices(1).getFirst();
        Crew foreign = new Crew();
        for (RequestSpecification stranger : List.of(crew.as("lea"), foreign.as("ben"), crew.as("nobody"))) {
            stranger.get(FEED + "/" + id).then().statusCode(404);
            stranger.body("{\"read\":true}").patch(FEED + "/" + id).then().statusCode(404);
        }
        for (RequestSpecification stranger : List.of(crew.as("lea"), foreign.as("ben"))) {
            stranger.get(FEED).then().statusCode(200).body("items", hasSize(0)).body("unread", equalTo("0"));
            stranger.body("{\"upTo\":\"" + id + "\"}")
                    .post(FEED + "/read")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/upTo"));
        }
        crew.as("ben").get(FEED).then().body("items.id", contains(id)).body("unread", equalTo("1"));
        crew.as(crew.ben).get(FEED).then().body("items.id", contains(id));
    }

    @Test
    void who_is_no_agent_has_no_feed() {
        crew.as("nobody")
                .get(FEED)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("https://omniflow.io/problems/no-agent"))
                .body("detail", containsString("subject"));
        crew.as("nobody")
                .body("{\"upTo\":\"" + UUID.randomUUID() + "\"}")
                .post(FEED + "/read")
                .then()
                .statusCode(403);
        crew.as("nobody")
                .accept("text/event-stream")
                .get(FEED + "/stream")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void one_is_read_and_unread_again() {
        String id = notices(2).getFirst();
        mark(id, "{\"read\":false}").then().statusCode(200).header("ETag", "\"1\"");
        mark(id, "{}").then().statusCode(200).header("ETag", "\"1\"").body("read", equalTo(false));
        JsonPath read = mark(id, "{\"read\":true}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("read", equalTo(true))
                .extract()
                .jsonPath();
        mark(id, "{\"read\":true}").then().statusCode(200).body("readAt", equalTo(read.getString("readAt")));
        assertEquals("1", crew.feed("ben").getString("unread"));
        crew.as("ben")
                .header("If-Match", "\"1\"")
                .body("{\"read\":false}")
                .patch(FEED + "/" + id)
                .then()
                .statusCode(412);
        crew.as("ben")
                .header("If-Match", "\"2\"")
                .body("{\"read\":false}")
                .patch(FEED + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("readAt", nullValue());
        assertEquals("2", crew.feed("ben").getString("unread"));
    }

    @Test
    void what_is_no_change_of_one_is_refused() {
        String id = notices(1).getFirst();
        mark(id, "{\"read\":null}").then().statusCode(422).body("errors.pointer", hasItem("/read"));
        mark(id, "{\"read\":\"true\"}").then().statusCode(400);
        mark(id, "{\"kind\":\"assigned\"}").then().statusCode(400);
        crew.as("ben").body("{}").post(FEED + "/read").then().statusCode(422).body("errors.pointer", hasItem("/upTo"));
        crew.as("ben").get(FEED + "?kind=nonsense").then().statusCode(400);
        crew.as("ben").get(FEED + "?unread=maybe").then().statusCode(400);
        crew.as("ben").get(FEED + "?limit=0").then().statusCode(422);
        crew.as("ben").get(FEED + "?cursor=x").then().statusCode(400);
    }

    @Test
    void all_up_to_one_are_read_at_once() {
        List<String> ids = notices(5);
        mark(ids.get(1), "{\"read\":true}").then().statusCode(200);
        String upTo = "{\"upTo\":\"" + ids.get(3) + "\"}";
        crew.as("ben").body(upTo).post(FEED + "/read").then().statusCode(200).body("read", equalTo(3));
        crew.as("ben").body(upTo).post(FEED + "/read").then().statusCode(200).body("read", equalTo(0));
        crew.as("ben")
                .get(FEED + "?unread=true")
                .then()
                .body("items.id", contains(ids.get(4)))
                .body("unread", equalTo("1"));
    }

    @Test
    void it_is_narrowed_by_kind_and_by_what_is_unread() {
        List<String> assigned = notices(2);
        List<String> breaches = notices(crew.ben, 2, "sla_breach", "now");
        mark(breaches.get(0), "{\"read\":true}");
        mark(assigned.get(0), "{\"read\":true}");
        crew.as("ben")
                .get(FEED + "?kind=sla_breach")
                .then()
                .body("items.id", contains(breaches.get(1), breaches.get(0)))
                .body("unread", equalTo("2"));
        crew.as("ben").get(FEED + "?unread=true").then().body("items.id", contains(breaches.get(1), assigned.get(1)));
        crew.as("ben").get(FEED + "?kind=assigned&unread=true").then().body("items.id", contains(assigned.get(1)));
        crew.as("ben")
                .get(FEED + "?kind=mentioned")
                .then()
                .body("items", hasSize(0))
                .body("unread", equalTo("2"));
        crew.as("ben").get(FEED + "?unread=false").then().body("items", hasSize(4));
    }

    @Test
    void pages_lose_and_repeat_nothing_while_more_comes_in() {
        List<String> ids = notices(7);
        List<String> walked = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            RequestSpecification ben = crew.as("ben").queryParam("limit", 3);
            Response page = (cursor == null ? ben : ben.queryParam("cursor", cursor)).get(FEED);
            walked.addAll(page.path("items.id"));
            cursor = page.path("nextCursor");
            if (cursor != null) {
                assertTrue(page.header("Link").contains("rel=\"next\""));
            }
            notices(1);
        } while (cursor != null);
        assertEquals(ids.reversed(), walked);
    }

    @Test
    void counting_ends_above_ten_thousand() {
        notices(10_001);
        crew.as("ben")
                .get(FEED + "?limit=1")
                .then()
                .body("unread", equalTo("10000+"))
                .body("items", hasSize(1));
        mark(crew.feed("ben").getString("items[0].id"), "{\"read\":true}");
        assertEquals("10000", crew.feed("ben").getString("unread"));
    }

    @Test
    void what_is_older_than_ninety_days_is_thrown_away() {
        Instant now = Instant.now();
        notices(
                crew.ben,
                1,
                "assigned",
                now.minus(Duration.ofDays(90)).minusSeconds(60).toString());
        List<String> kept =
                notices(crew.ben, 1, "assigned", now.minus(Duration.ofDays(89)).toString());
        feeds.sweep().await().indefinitely();
        assertEquals(kept, crew.feed("ben").getList("items.id"));
        assertNull(crew.feed("ben").getString("nextCursor"));
    }
}
