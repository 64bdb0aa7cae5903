package io.omniflow.integration;

import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.contract.Topics;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.integration.linear.fake.LinearFake;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ConnectionIT {
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_connection_shows_which_secrets_are_set_and_nothing_of_them() {
        Map<String, Object> body = Desk.connection();
        body.put("webhookSecret", "whsec_plain");

        Response made = desk.as("admin").body(body).post(Desk.CONNECTIONS);

        made.then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .header("Location", containsString(Desk.CONNECTIONS + "/" + made.path("id")))
                .body("credentials", equalTo(Map.of("apiKey", "set")))
                .body("webhookSecret", equalTo("set"))
                .body("settings.teamId", equalTo(LinearFake.TEAM_ID));
        Response read = desk.as("agent").get(Desk.CONNECTIONS + "/" + made.path("id"));
        read.then().statusCode(200);
        assertEquals(made.asString(), read.asString());
        assertFalse(made.asString().contains("whsec_plain"));
        assertFalse(made.asString().contains(LinearFake.API_KEY));
    }

    @Test
    void every_change_is_told_without_secrets() {
        try (Watch settings = Events.watch(Topics.WORKSPACE)) {
            String connection = desk.connect();
            desk.as("admin")
                    .body(Map.of("credentials", Map.of("apiKey", "lin_api_another")))
                    .patch(Desk.CONNECTIONS + "/" + connection)
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2));
            desk.as("admin").delete(Desk.CONNECTIONS + "/" + connection).then().statusCode(204);

            List<SeenEvent> told = settings.await(3, event -> event.workspace().equals(desk.workspace));
            WorkspaceEvent.SettingChanged added =
                    (WorkspaceEvent.SettingChanged) told.get(0).data();
            WorkspaceEvent.SettingChanged removed =
                    (WorkspaceEvent.SettingChanged) told.get(2).data();
            assertEquals("connection", added.kind());
            assertEquals(connection, added.settingId());
            assertNull(added.before());
            assertNull(removed.after());
            assertFalse(told.toString().contains("lin_api"));
        }
    }

    @Test
    void a_patch_keeps_what_it_does_not_name() {
        String connection = desk.connect();
        Map<String, Object> patch = new HashMap<>();
        patch.put("name", "Platform");
        patch.put("webhookSecret", null);

        desk.as("admin")
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(Desk.CONNECTIONS + "/" + connection)
                .then()
                .statusCode(200)
                .body("name", equalTo("Platform"))
                .body("webhookSecret", nullValue())
                .body("credentials.apiKey", equalTo("set"));
        desk.await(desk.push(connection), "linked");
    }

    @Test
    void a_patch_that_changes_nothing_keeps_the_version() {
        String connection = desk.connect();

        desk.as("admin")
                .body(Map.of("name", "Engineering", "credentials", Map.of("apiKey", LinearFake.API_KEY)))
                .patch(Desk.CONNECTIONS + "/" + connection)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""));
    }

    @Test
    void a_stale_version_changes_nothing() {
        String connection = desk.connect();

        desk.as("admin")
                .header("If-Match", "\"7\"")
                .body(Map.of("name", "Platform"))
                .patch(Desk.CONNECTIONS + "/" + connection)
                .then()
                .statusCode(412);
        desk.as("admin")
                .header("If-Match", "\"7\"")
                .delete(Desk.CONNECTIONS + "/" + connection)
                .then()
                .statusCode(412);
        desk.as("agent").get(Desk.CONNECTIONS + "/" + connection).then().body("name", equalTo("Engineering"));
    }

    @Test
    void a_required_credential_cannot_be_removed() {
        String connection = desk.connect();

        desk.as("admin")
                .body("{\"credentials\": null}")
                .patch(Desk.CONNECTIONS + "/" + connection)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/credentials/apiKey"));
    }

    @Test
    void the_key_goes_to_another_address_only_when_it_is_given_again() {
        try (LinearFake elsewhere = LinearFake.start(0)) {
            String connection = desk.connect();
            Map<String, Object> move =
                    new HashMap<>(Map.of("baseUrl", elsewhere.url().toString()));

            move(connection, move).then().statusCode(422).body("errors.pointer", equalTo(List.of("/credentials")));
            move.put("credentials", Map.of());
            move(connection, move)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", equalTo(List.of("/credentials/apiKey")));
            desk.as("admin").post(Desk.CONNECTIONS + "/" + connection + "/test");
            assertEquals(List.of(), elsewhere.calls());

            move.put("credentials", Map.of("apiKey", LinearFake.API_KEY));
            move(connection, move)
                    .then()
                    .statusCode(200)
                    .body("baseUrl", equalTo(elsewhere.url().toString()));
            desk.as("admin")
                    .post(Desk.CONNECTIONS + "/" + connection + "/test")
                    .then()
                    .body("state", equalTo("works"));
            assertEquals(1, elsewhere.calls().size());
            move(connection, Map.of("baseUrl", elsewhere.url().toString(), "name", "Same place"))
                    .then()
                    .statusCode(200);
        }
    }

    private Response move(String connection, Map<String, Object> patch) {
        return desk.as("admin").body(patch).patch(Desk.CONNECTIONS + "/" + connection);
    }

    @Test
    void connections_are_listed_in_pages() {
        String first = desk.connect();
        String second = desk.connect();

        Response page = desk.as("agent").get(Desk.CONNECTIONS + "?limit=1");
        page.then().header("Link", containsString("rel=\"next\"")).body("items[0].id", equalTo(first));
        desk.as("agent")
                .queryParam("cursor", page.<String>path("nextCursor"))
                .get(Desk.CONNECTIONS + "?limit=1")
                .then()
                .body("items[0].id", equalTo(second))
                .body("nextCursor", nullValue());
    }

    @Test
    void a_test_says_that_it_works() {
        desk.as("admin")
                .post(Desk.CONNECTIONS + "/" + desk.connect() + "/test")
                .then()
                .statusCode(200)
                .body("state", equalTo("works"))
                .body("message", equalTo("Connected to Linear as Ada Fake; issues go to team Engineering (ENG)."));
    }

    @Test
    void a_test_says_in_plain_words_what_is_wrong() {
        Map<String, Object> wrongKey = Desk.connection();
        wrongKey.put("credentials", Map.of("apiKey", "lin_api_wrong"));
        Map<String, Object> wrongTeam = Desk.connection();
        wrongTeam.put("settings", Map.of("teamId", "NOPE"));
        Map<String, Object> nobody = Desk.connection();
        nobody.put("baseUrl", "http://127.0.0.1:1");

        test(wrongKey).then().body("message", containsString("does not accept the API key"));
        test(wrongTeam).then().body("message", containsString("not the team NOPE"));
        test(nobody).then().body("message", containsString("could not be reached"));
    }

    @Test
    void an_idempotency_key_makes_one_connection() {
        String first = repeated().path("id");

        repeated().then().statusCode(201).body("id", equalTo(first)).body("credentials", notNullValue());
        desk.as("agent").get(Desk.CONNECTIONS).then().body("items.size()", equalTo(1));
    }

    @Test
    void a_connection_needs_no_base_url() {
        Map<String, Object> body = Desk.connection();
        body.remove("baseUrl");
        body.remove("sync");

        desk.as("admin")
                .body(body)
                .post(Desk.CONNECTIONS)
                .then()
                .statusCode(201)
                .body("baseUrl", nullValue())
                .body("sync", equalTo("one_way"))
                .body("settings", org.hamcrest.Matchers.not(anEmptyMap()));
    }

    private Response repeated() {
        return desk.as("admin")
                .header("Idempotency-Key", "the-one")
                .body(Desk.connection())
                .post(Desk.CONNECTIONS);
    }

    private Response test(Map<String, Object> body) {
        Response tested = desk.as("admin").post(Desk.CONNECTIONS + "/" + desk.connect(body) + "/test");
        tested.then().statusCode(200).body("state", equalTo("broken"));
        return tested;
    }
}
