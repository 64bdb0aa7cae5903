package io.omniflow.integration;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;

import io.omniflow.testing.Backing;
import io.omniflow.testing.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused: bad input, missing roles, other workspaces. Always a problem, never an accident. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class RefusalsIT {
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    static Stream<Arguments> badConnections() {
        String rest = "\"credentials\":{\"apiKey\":\"k\"},\"settings\":{\"teamId\":\"ENG\"}";
        String head = "{\"system\":\"linear\",\"name\":\"x\",";
        return Stream.of(
                Arguments.of(422, "/system", "{\"system\":\"bugzilla\",\"name\":\"x\"," + rest + "}"),
                Arguments.of(422, "/system", "{\"name\":\"x\"," + rest + "}"),
                Arguments.of(422, "/name", "{\"system\":\"linear\"," + rest + "}"),
                Arguments.of(422, "/name", "{\"system\":\"linear\",\"name\":\"" + "x".repeat(101) + "\"," + rest + "}"),
                Arguments.of(422, "/credentials/apiKey", head + "\"settings\":{\"teamId\":\"ENG\"}}"),
                Arguments.of(
                        422,
                        "/credentials/apiKey",
                        head + "\"credentials\":{\"apiKey\":null},\"settings\":{\"teamId\":\"E\"}}"),
                Arguments.of(
                        422,
                        "/credentials/apiKey",
                        head + "\"credentials\":{\"apiKey\":\"a\\nb\"},\"settings\":{\"teamId\":\"E\"}}"),
                Arguments.of(
                        422,
                        "/credentials/password",
                        head
                                + "\"credentials\":{\"apiKey\":\"k\",\"password\":\"p\"},\"settings\":{\"teamId\":\"E\"}}"),
                Arguments.of(422, "/settings/teamId", head + "\"credentials\":{\"apiKey\":\"k\"}}"),
                Arguments.of(422, "/baseUrl", head + rest + ",\"baseUrl\":\"file:///etc/passwd\"}"),
                Arguments.of(422, "/baseUrl", head + rest + ",\"baseUrl\":\"https://u:p@x.example\"}"),
                Arguments.of(422, "/sync", head + rest + ",\"sync\":\"sideways\"}"),
                Arguments.of(400, "/colour", head + rest + ",\"colour\":\"red\"}"),
                Arguments.of(400, "/name", "{\"system\":\"linear\",\"name\":7," + rest + "}"),
                Arguments.of(400, "/credentials", head + "\"credentials\":\"k\"}"),
                Arguments.of(400, "/settings/teamId", head + "\"settings\":{\"teamId\":7}}"));
    }

    @ParameterizedTest
    @MethodSource("badConnections")
    void a_bad_connection_is_refused_where_it_is_bad(int status, String pointer, String body) {
        desk.as("admin")
                .body(body)
                .post(Desk.CONNECTIONS)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
        desk.as("agent").get(Desk.CONNECTIONS).then().body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "422 | /ticketId     | {\"connectionId\":\"019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e5f\"}",
                "422 | /connectionId | {\"ticketId\":\"019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e5f\"}",
                "400 | /ticketId     | {\"ticketId\":\"nope\",\"connectionId\":\"019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e5f\"}",
                "400 | /ticketId     | {\"ticketId\":42,\"connectionId\":\"019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e5f\"}",
                "422 | /ticketId     | {\"url\":\"https://linear.app/x/issue/ENG-1\"}",
                "400 | /address      | {\"address\":\"https://linear.app/x/issue/ENG-1\"}"
            })
    void a_bad_wish_is_refused_where_it_is_bad(int status, String pointer, String body) {
        desk.as("agent")
                .body(body)
                .post(Desk.LINKS)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/links?limit=-1",
                "/links?ticketId=nope",
                "/links/nope",
                "/connections/nope",
                "/connections?limit=0",
                "/connections?limit=x",
                "/connections?cursor=%00",
                "/connections?cursor=bm9wZQ",
                "/deliveries?state=lost",
                "/deliveries?cursor=!",
                "/deliveries?limit=201"
            })
    void a_bad_question_is_answered_with_a_problem(String path) {
        desk.as("agent")
                .get("/api/v1/integrations" + path)
                .then()
                .statusCode(greaterThanOrEqualTo(400))
                .statusCode(lessThan(500))
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "\"x\"", "{\"name\":\"\\u0000\"}"})
    void a_body_that_is_none_is_refused(String body) {
        for (String path : new String[] {Desk.CONNECTIONS, Desk.LINKS}) {
            desk.as("admin").body(body).post(path).then().statusCode(400).contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, POST,   /links,                  403",
        "agent,  POST,   /connections,            403",
        "lead,   POST,   /connections,            403",
        "agent,  PATCH,  /connections/{id},       403",
        "agent,  DELETE, /connections/{id},       403",
        "agent,  POST,   /connections/{id}/test,  403",
        "viewer, GET,    /connections,            403",
        "viewer, GET,    /deliveries,             403",
        "viewer, POST,   /deliveries/{id}/retry,  403",
        "viewer, DELETE, /links/{id},             403",
        "admin,  PATCH,  /connections/{id},       404",
        "admin,  DELETE, /connections/{id},       404",
        "admin,  POST,   /connections/{id}/test,  404",
        "agent,  GET,    /connections/{id},       404",
        "viewer, GET,    /links/{id},             404",
        "agent,  DELETE, /links/{id},             404",
        "agent,  POST,   /deliveries/{id}/retry,  404"
    })
    void each_call_needs_its_role_and_its_own_workspace(String role, String method, String path, int status) {
        try (Desk other = new Desk()) {
            String connection = other.connect();
            String link = other.askFor(connection).path("id");
            String id = path.startsWith("/connections")
                    ? connection
                    : path.startsWith("/links") ? link : String.valueOf(other.deliveryOf(link));

            RequestSpecification call = desk.as(role);
            if (method.equals("POST") || method.equals("PATCH")) {
                call = call.body("{}");
            }
            call.request(method, "/api/v1/integrations" + path.replace("{id}", id))
                    .then()
                    .statusCode(status)
                    .contentType("application/problem+json");
            other.as("agent").get(Desk.CONNECTIONS + "/" + connection).then().statusCode(200);
            other.link(link).then().statusCode(200);
        }
    }

    @Test
    void another_workspaces_connection_cannot_be_used() {
        try (Desk other = new Desk()) {
            desk.askFor(other.connect()).then().statusCode(404).contentType("application/problem+json");
        }
    }

    @Test
    void another_workspaces_lists_are_empty() {
        try (Desk other = new Desk()) {
            other.askFor(other.connect());

            desk.as("agent").get(Desk.CONNECTIONS).then().body("items.size()", equalTo(0));
            desk.as("agent").get(Desk.DELIVERIES).then().body("items.size()", equalTo(0));
            desk.as("viewer")
                    .get(Desk.LINKS + "?ticketId=" + other.ticket)
                    .then()
                    .body("items.size()", equalTo(0));
        }
    }

    @Test
    void nobody_gets_in_without_a_good_token() {
        RestAssured.given().get(Desk.CONNECTIONS).then().statusCode(401).contentType("application/problem+json");
        RestAssured.given()
                .auth()
                .oauth2(Tokens.foreign(UUID.randomUUID(), "x", "admin"))
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post(Desk.LINKS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }
}
