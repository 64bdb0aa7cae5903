package io.omniflow.integration;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.Topics;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.integration.hook.fake.Received;
import io.omniflow.integration.hook.fake.Reply;
import io.omniflow.integration.hook.fake.Verification;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class WebhookEndpointIT {
    private static final String SECRET = "whsec_[A-Za-z0-9+/]{43}=";

    private final HookDesk desk = new HookDesk();

    @Test
    void the_secret_is_in_the_answer_of_creation_alone() {
        Response made = desk.make(HookDesk.path(), HookDesk.STATUS_CHANGED);

        made.then()
                .header("ETag", equalTo("\"1\""))
                .header("Location", containsString(HookDesk.ENDPOINTS + "/" + id(made)))
                .body("secret", matchesPattern(SECRET))
                .body("eventTypes", equalTo(List.of(HookDesk.STATUS_CHANGED)))
                .body("enabled", equalTo(true));
        desk.read(id(made)).then().statusCode(200).body("secret", nullValue());
        desk.as("admin")
                .get(HookDesk.ENDPOINTS)
                .then()
                .body("items.id", hasItem(id(made)))
                .body("items[0].secret", nullValue());
    }

    @Test
    void whoever_repeats_the_creation_under_its_key_gets_the_same_secret() {
        Map<String, Object> body = HookDesk.body(HookDesk.path());
        Response first =
                desk.as("admin").header("Idempotency-Key", "one").body(body).post(HookDesk.ENDPOINTS);
        Response second =
                desk.as("admin").header("Idempotency-Key", "one").body(body).post(HookDesk.ENDPOINTS);

        second.then().statusCode(201).body("secret", matchesPattern(SECRET));
        assertEquals(first.asString(), second.asString());
        rotate(id(first));
        desk.as("admin")
                .header("Idempotency-Key", "one")
                .body(body)
                .post(HookDesk.ENDPOINTS)
                .then()
                .statusCode(201)
                .body("secret", nullValue());
    }

    @Test
    void secrets_are_nowhere_in_the_clear() throws SQLException {
        Response made = desk.as("admin")
                .header("Idempotency-Key", "kept")
                .body(HookDesk.body(HookDesk.path()))
                .post(HookDesk.ENDPOINTS);
        String first = made.path("secret");
        String second = rotate(id(made)).path("secret");

        for (String table : List.of("hook_endpoint", "hook_delivery", "hook_message", "idempotency_key", "outbox")) {
            String content = content(table);
            for (String secret : List.of(first, second)) {
                assertFalse(content.contains(secret), table);
                assertFalse(content.contains(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))), table);
            }
        }
        assertTrue(content("hook_endpoint").contains(id(made)));
    }

    private static String content(String table) throws SQLException {
        try (Connection database = Databases.owner();
                ResultSet rows = database.createStatement()
                        .executeQuery(
                                "select coalesce(string_agg(row_to_json(t)::text, ' '), '') from " + table + " t")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void after_a_rotation_both_secrets_verify() {
        String path = HookDesk.path();
        Response made = desk.make(path);

        Response rotated = rotate(id(made));

        rotated.then().body("secret", not(equalTo(made.<String>path("secret")))).body("version", equalTo(2));
        ping(id(made)).then().body("state", equalTo("works"));
        Received call = HookDesk.awaitCalls(path, 1).getFirst();
        assertEquals(2, call.headers().getOrDefault("webhook-signature", "").split(" ").length);
        assertTrue(Verification.holds(made.path("secret"), call, Instant.now()));
        assertTrue(Verification.holds(rotated.path("secret"), call, Instant.now()));
    }

    @Test
    void a_test_says_in_plain_words_what_came_back() {
        String broken = HookDesk.path();
        HookDesk.RECEIVER.answer(broken, _ -> new Reply.Status(500, Map.of(), "out of order"));
        String moved = HookDesk.path();
        HookDesk.RECEIVER.answer(
                moved, _ -> new Reply.Status(301, Map.of("Location", "https://elsewhere.example"), ""));
        String works = HookDesk.path();

        ping(id(desk.make(broken)))
                .then()
                .body("state", equalTo("broken"))
                .body("message", equalTo("The endpoint answered 500."))
                .body("status", equalTo(500))
                .body("answer", equalTo("out of order"));
        ping(id(desk.make(moved))).then().body("message", containsString("redirects are not followed"));
        ping(id(desk.make(works)))
                .then()
                .body("state", equalTo("works"))
                .body("message", containsString("it answered 204"));
        assertTrue(HookDesk.RECEIVER.calls(works).getFirst().body().contains("\"type\":\"ping\""));
        Map<String, Object> nobody = new HashMap<>(HookDesk.body(""));
        nobody.put("url", "http://127.0.0.1:1/");
        String gone = desk.as("admin").body(nobody).post(HookDesk.ENDPOINTS).path("id");
        ping(gone).then().body("message", equalTo("No connection could be made."));
    }

    @Test
    void every_change_is_told_without_secrets_and_without_what_stands_in_the_query() {
        try (Watch settings = Events.watch(Topics.WORKSPACE)) {
            String endpoint = id(desk.make(HookDesk.path() + "?key=confidential"));
            desk.as("admin")
                    .body(Map.of("enabled", false))
                    .patch(HookDesk.ENDPOINTS + "/" + endpoint)
                    .then()
                    .statusCode(200)
                    .body("enabled", equalTo(false))
                    .body("disabledReason", nullValue());
            rotate(endpoint);
            desk.as("admin").delete(HookDesk.ENDPOINTS + "/" + endpoint).then().statusCode(204);

            List<SeenEvent> told = settings.await(4, event -> event.workspace().equals(desk.workspace));
            WorkspaceEvent.SettingChanged added =
                    (WorkspaceEvent.SettingChanged) told.get(0).data();
            assertEquals("webhook_endpoint", added.kind());
            assertEquals(endpoint, added.settingId());
            assertNull(added.before());
            assertNull(((WorkspaceEvent.SettingChanged) told.get(3).data()).after());
            assertFalse(told.toString().contains("whsec_"));
            assertFalse(told.toString().contains("confidential"));
            desk.read(endpoint).then().statusCode(404);
        }
    }

    @Test
    void a_patch_keeps_what_it_does_not_name_and_a_stale_one_changes_nothing() {
        String endpoint = id(desk.make(HookDesk.path(), HookDesk.STATUS_CHANGED));
        String one = HookDesk.ENDPOINTS + "/" + endpoint;

        desk.as("admin")
                .body(Map.of("description", "Billing"))
                .patch(one)
                .then()
                .header("ETag", equalTo("\"2\""));
        desk.as("admin")
                .body(Map.of("description", "Billing"))
                .patch(one)
                .then()
                .header("ETag", equalTo("\"2\""));
        desk.as("admin")
                .header("If-Match", "\"1\"")
                .body(Map.of("description", "Late"))
                .patch(one)
                .then()
                .statusCode(412);
        desk.as("admin").header("If-Match", "\"1\"").delete(one).then().statusCode(412);
        desk.read(endpoint)
                .then()
                .body("description", equalTo("Billing"))
                .body("eventTypes", equalTo(List.of(HookDesk.STATUS_CHANGED)));
    }

    @Test
    void what_cannot_be_followed_is_refused_by_name() {
        desk.as("admin")
                .body(HookDesk.body(HookDesk.path(), HookDesk.STATUS_CHANGED, "omniflow.ticket-command.add_note.v1"))
                .post(HookDesk.ENDPOINTS)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/eventTypes/1")));
        desk.as("admin")
                .body("{\"url\": \"ftp://example.com\"}")
                .post(HookDesk.ENDPOINTS)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/url")));
    }

    @Test
    void admins_of_the_workspace_alone_see_an_endpoint() {
        String endpoint = id(desk.make(HookDesk.path()));

        desk.as("lead").get(HookDesk.ENDPOINTS + "/" + endpoint).then().statusCode(403);
        desk.as("lead").get(HookDesk.ENDPOINTS).then().statusCode(403);
        new HookDesk().read(endpoint).then().statusCode(404);
        new HookDesk().log(endpoint).then().statusCode(404);
    }

    @Test
    void endpoints_are_listed_in_pages() {
        String first = id(desk.make(HookDesk.path()));
        String second = id(desk.make(HookDesk.path()));

        Response page = desk.as("admin").get(HookDesk.ENDPOINTS + "?limit=1");
        page.then().body("items.id", equalTo(List.of(first))).header("Link", containsString("rel=\"next\""));
        desk.as("admin")
                .queryParam("cursor", page.<String>path("nextCursor"))
                .get(HookDesk.ENDPOINTS + "?limit=1")
                .then()
                .body("items.id", equalTo(List.of(second)))
                .body("nextCursor", nullValue());
    }

    private Response rotate(String endpoint) {
        Response rotated = desk.as("admin").post(HookDesk.ENDPOINTS + "/" + endpoint + "/rotate-secret");
        rotated.then().statusCode(200).body("secret", matchesPattern(SECRET));
        return rotated;
    }

    private Response ping(String endpoint) {
        Response answer = desk.as("admin").post(HookDesk.ENDPOINTS + "/" + endpoint + "/test");
        answer.then().statusCode(200);
        return answer;
    }

    private static String id(Response made) {
        return made.path("id");
    }
}
