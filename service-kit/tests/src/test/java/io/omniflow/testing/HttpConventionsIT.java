package io.omniflow.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What clients meet on every service, shown on the sample. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class HttpConventionsIT {
    private static final String THINGS = "/api/v1/things";
    private static final String LAMP = "{\"name\": \"Lamp\", \"kind\": \"very_large\"}";

    private final UUID workspace = UUID.randomUUID();

    @Test
    void an_answer_leaves_no_field_out() {
        Response made = make(LAMP);
        assertEquals("\"1\"", made.header("ETag"));
        made.then()
                .body("kind", equalTo("very_large"))
                .body("$", hasKey("dueAt"))
                .body("dueAt", nullValue())
                .body("tags", equalTo(List.of()));
        as("viewer").get(made.header("Location")).then().statusCode(200).body("name", equalTo("Lamp"));
    }

    /** As the JDK's client does with every first request. */
    @Test
    void a_client_that_offers_http_2_is_answered_in_1_1() throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            HttpRequest asked = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + THINGS))
                    .header("Authorization", "Bearer " + Tokens.token(workspace, "anna", "agent"))
                    .build();
            HttpResponse<String> answer = client.send(asked, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer::body);
            assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
        }
    }

    @Test
    void instants_are_written_in_utc_with_milliseconds() {
        make("{\"name\": \"x\", \"kind\": \"small\", \"dueAt\": \"2026-11-24T10:00:00+01:00\"}")
                .then()
                .body("dueAt", equalTo("2026-11-24T09:00:00.000Z"));
    }

    @Test
    void a_role_implies_the_lower_ones_and_not_the_higher() {
        as("admin").body(LAMP).post(THINGS).then().statusCode(201);
        problem(as("viewer").body(LAMP).post(THINGS), 403, "forbidden");
        problem(as("unheard_of").get(THINGS), 403, "forbidden");
    }

    @Test
    void only_a_token_of_the_suite_is_let_in() {
        for (String token : List.of(
                "rubbish",
                "a.b.c",
                Tokens.foreign(workspace, "anna", "admin"),
                Tokens.expired(workspace, "anna", "admin"),
                Tokens.withoutWorkspace("anna", "admin"))) {
            problem(given().auth().oauth2(token).get(THINGS), 401, "unauthorized")
                    .header("WWW-Authenticate", startsWith("Bearer"));
        }
        problem(given().get(THINGS), 401, "unauthorized").header("WWW-Authenticate", startsWith("Bearer"));
        problem(given().header("Authorization", "Basic YTpi").get(THINGS), 401, "unauthorized");
    }

    @Test
    void a_method_that_names_no_role_is_closed() {
        assertTrue(as("admin").get(THINGS + "/unguarded").statusCode() == 403);
    }

    @Test
    void another_workspace_sees_nothing() {
        String location = make(LAMP).header("Location");
        String stranger = Tokens.token(UUID.randomUUID(), "eve", "admin");
        problem(given().auth().oauth2(stranger).get(location), 404, "not-found");
        given().auth().oauth2(stranger).get(THINGS).then().statusCode(200).body("items", equalTo(List.of()));
    }

    @Test
    void pages_hang_together_by_cursor_and_link() {
        IntStream.range(0, 5).forEach(i -> make(LAMP));
        Response first = as("viewer").get(THINGS + "?limit=2");
        first.then().body("items.size()", equalTo(2)).header("Link", containsString("rel=\"next\""));
        String next = first.header("Link").replaceFirst("^<([^>]*)>.*", "$1");
        as("viewer").get(next).then().statusCode(200).body("items.size()", equalTo(2));
        Response last = as("viewer").get(THINGS + "?limit=5");
        last.then().body("nextCursor", nullValue()).header("Link", nullValue());
    }

    @Test
    void a_patch_tells_null_from_absent() {
        Response made = make("{\"name\": \"x\", \"kind\": \"small\", \"dueAt\": \"2026-11-24T10:00:00Z\"}");
        patch(made, "{\"name\": \"y\"}")
                .then()
                .statusCode(200)
                .body("dueAt", notNullValue())
                .body("name", equalTo("y"));
        patch(made, "{\"dueAt\": null}")
                .then()
                .statusCode(200)
                .body("dueAt", nullValue())
                .header("ETag", "\"3\"");
        problem(patch(made, "{\"name\": null}"), 422, "invalid").body("errors.pointer", hasItem("/name"));
        problem(patch(made, "{\"nmae\": \"z\"}"), 400, "malformed").body("errors.pointer", hasItem("/nmae"));
        problem(patch(made, "{\"dueAt\": 5}"), 400, "malformed").body("errors.pointer", hasItem("/dueAt"));
        problem(patch(made, "{\"kind\": \"huge\"}"), 400, "malformed")
                .body("errors.detail", hasItem("Must be one of small, very_large"));
    }

    @Test
    void a_stale_version_is_told() {
        String location = make(LAMP).header("Location");
        RequestSpecification stale = as("agent").header("If-Match", "\"7\"");
        problem(stale.body("{\"name\": \"y\"}").patch(location), 412, "stale-version");
        RequestSpecification weak = as("agent").header("If-Match", "W/\"1\"");
        problem(weak.body("{\"name\": \"y\"}").patch(location), 400, "malformed");
        as("agent")
                .header("If-Match", "\"1\"")
                .body("{\"name\": \"y\"}")
                .patch(location)
                .then()
                .statusCode(200);
    }

    @Test
    void the_framework_speaks_in_problems_too() {
        problem(as("agent").get("/api/v1/nothing-here"), 404, "not-found");
        problem(as("agent").delete(THINGS), 405, "method-not-allowed");
        problem(as("agent").contentType("text/plain").body("x").post(THINGS), 415, "unsupported-media-type");
        problem(as("agent").accept("image/png").get(THINGS), 406, "not-acceptable");
        problem(as("agent").get(THINGS + "/not-a-uuid"), 404, "not-found");
    }

    @Test
    void a_defect_is_a_500_that_tells_nothing() {
        problem(as("viewer").get(THINGS + "/broken"), 500, "internal-error").body(not(containsString("secret")));
    }

    @Test
    void every_answer_carries_a_correlation_id_and_careful_headers() {
        as("viewer")
                .header("X-Correlation-Id", "order-66")
                .get(THINGS)
                .then()
                .header("X-Correlation-Id", equalTo("order-66"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Cache-Control", equalTo("no-store"));
        given().header("X-Correlation-Id", "bad\tid")
                .get(THINGS)
                .then()
                .header("X-Correlation-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    private Response make(String body) {
        Response made = as("agent").body(body).post(THINGS);
        assertEquals(201, made.statusCode(), made.asString());
        return made;
    }

    private Response patch(Response made, String body) {
        return as("agent")
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(made.header("Location"));
    }

    private RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.token(workspace, "anna", role)).contentType("application/json");
    }

    private static ValidatableResponse problem(Response answer, int status, String type) {
        return answer.then()
                .statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("https://omniflow.io/problems/" + type))
                .body("status", equalTo(status));
    }
}
