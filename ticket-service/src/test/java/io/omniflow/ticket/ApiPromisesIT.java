package io.omniflow.ticket;

import static io.omniflow.ticket.Desk.TICKETS;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.omniflow.kit.identity.Roles;
import io.omniflow.testing.Backing;
import io.omniflow.testing.OneConnection;
import io.omniflow.testing.Tokens;
import io.omniflow.testing.api.ApiPromises;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every endpoint of the service's own API description, with and without token, with other workspaces and bad values. */
@QuarkusTest
@TestProfile(OneConnection.class)
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ApiPromisesIT {
    private static final String CONVERSATIONS = "/api/v1/conversations";

    @TestFactory
    Stream<DynamicNode> every_endpoint_keeps_the_promises() {
        return new ApiPromises()
                .path(TICKETS + "/{idOrNumber}", token -> Map.of("idOrNumber", ticket(token)))
                .path(TICKETS + "/{idOrNumber}/notes/{noteId}", token -> {
                    String ticket = ticket(token);
                    return Map.of("idOrNumber", ticket, "noteId", note(token, ticket));
                })
                .path(
                        TICKETS + "/{idOrNumber}/tags/{tag}",
                        token -> Map.of("idOrNumber", ticket(token), "tag", "billing"))
                .path(
                        TICKETS + "/{idOrNumber}/contacts/{contactId}",
                        token -> Map.of(
                                "idOrNumber",
                                ticket(token),
                                "contactId",
                                UUID.randomUUID().toString()))
                .path(
                        TICKETS + "/{idOrNumber}/conversations/{conversationId}",
                        token -> Map.of(
                                "idOrNumber",
                                ticket(token),
                                "conversationId",
                                UUID.randomUUID().toString()))
                .id("/api/v1/imports/{id}", ApiPromisesIT::anImport)
                .id(CONVERSATIONS + "/{id}", ApiPromisesIT::conversation)
                .path(CONVERSATIONS + "/{id}/messages/{messageId}", token -> {
                    String id = conversation(token);
                    return Map.of("id", id, "messageId", message(token, id));
                })
                .path(CONVERSATIONS + "/{id}/tags/{tag}", token -> Map.of("id", conversation(token), "tag", "billing"))
                .path(
                        TICKETS + "/{idOrNumber}/replies",
                        token -> Map.of("idOrNumber", converted(token, conversation(token))))
                .path(TICKETS + "/{idOrNumber}/replies/{replyId}", token -> {
                    String ticket = converted(token, conversation(token));
                    return Map.of(
                            "idOrNumber",
                            ticket,
                            "replyId",
                            made(token, "{\"body\":\"x\"}", TICKETS + "/" + ticket + "/replies"));
                })
                .id("/api/v1/contacts/{id}", token -> made(token, "contacts"))
                .id("/api/v1/agents/{id}", token -> made(token, "agents"))
                .id("/api/v1/teams/{id}", token -> made(token, "teams"))
                .path("/api/v1/custom-fields/{key}", token -> Map.of("key", field(token)))
                .id("/api/v1/views/{id}", ApiPromisesIT::view)
                .item("GET /api/v1/views/counts", ApiPromisesIT::view)
                .id("/api/v1/notifications/{id}", ApiPromisesIT::notification)
                .body("POST /api/v1/notifications/read", token -> "{\"upTo\":\"" + notification(token) + "\"}")
                .id(
                        "/api/v1/rules/{id}",
                        token -> made(
                                token,
                                "{\"name\":\"x\",\"trigger\":\"tag_added\","
                                        + "\"then\":{\"createTicket\":{\"title\":\"x\"}}}",
                                "/api/v1/rules"))
                .body(
                        "POST /api/v1/custom-fields",
                        token -> "{\"key\":\"f" + UUID.randomUUID().toString().replace("-", "_")
                                + "\",\"label\":\"x\",\"type\":\"text\"}")
                .body("POST /api/v1/teams", token -> "{\"name\":\"" + UUID.randomUUID() + "\"}")
                .streamed("POST /api/v1/imports")
                .path("/api/v1/openapi/ui/{file}", token -> Map.of("file", "start.js"))
                .open("GET /api/v1/openapi")
                .open("GET /api/v1/openapi/ui")
                .open("GET /api/v1/openapi/ui/{file}")
                .tests();
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static String ticket(String token) {
        return with(token)
                .body("{\"title\":\"x\"}")
                .post(TICKETS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String field(String token) {
        String key = "f" + UUID.randomUUID().toString().replace("-", "_");
        return with(token)
                .body("{\"key\":\"" + key + "\",\"label\":\"x\",\"type\":\"text\"}")
                .post("/api/v1/custom-fields")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static String made(String token, String things) {
        return with(token)
                .body("{\"name\":\"" + UUID.randomUUID() + "\"}")
                .post("/api/v1/" + things)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String note(String token, String ticket) {
        return with(token)
                .body("{\"body\":\"x\"}")
                .post(TICKETS + "/" + ticket + "/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String view(String token) {
        return with(token)
                .body("{\"name\":\"x\"}")
                .post("/api/v1/views")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String anImport(String token) {
        return with(token)
                .contentType("application/x-ndjson")
                .body("{\"externalId\":\"1\",\"title\":\"x\",\"createdAt\":\"2012-10-09T14:50:17Z\"}"
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static String conversation(String token) {
        return made(token, "{\"channel\":\"email\"}", CONVERSATIONS);
    }

    private static String message(String token, String conversation) {
        return made(token, "{\"body\":\"x\",\"author\":\"contact\"}", CONVERSATIONS + "/" + conversation + "/messages");
    }

    private static String converted(String token, String conversation) {
        return made(token, "{}", CONVERSATIONS + "/" + conversation + "/convert");
    }

    private static String made(String token, String body, String path) {
        return with(token).body(body).post(path).then().extract().path("id");
    }

    /** Somebody else assigns a ticket to the token's agent. */
    private static String notification(String token) {
        with(token)
                .body("{\"name\":\"Promise\",\"subject\":\"promise-keeper\"}")
                .post("/api/v1/agents");
        String agent = with(token).get("/api/v1/agents/me").then().extract().path("id");
        String colleague = Tokens.token(workspaceOf(token), "colleague", Roles.AGENT);
        String ticket = made(colleague, "{\"title\":\"x\",\"assigneeId\":\"" + agent + "\"}", TICKETS);
        return await().until(
                        () -> with(token)
                                .get("/api/v1/notifications?limit=200")
                                .jsonPath()
                                .getString("items.find { it.ticketId == '" + ticket + "' }?.id"),
                        Objects::nonNull);
    }

    private static UUID workspaceOf(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return UUID.fromString(new JsonPath(new String(claims, StandardCharsets.UTF_8)).getString("workspace"));
    }
}
