package io.omniflow.ticket;

import static io.omniflow.ticket.Desk.TICKETS;
import static io.restassured.RestAssured.given;

import io.omniflow.testing.Backing;
import io.omniflow.testing.OneConnection;
import io.omniflow.testing.api.ApiPromises;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every endpoint of the service's own API description, with and without token, with other workspaces and bad values. */
@QuarkusTest
@TestProfile(OneConnection.class)
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ApiPromisesIT {
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

    private static String note(String token, String ticket) {
        return with(token)
                .body("{\"body\":\"x\"}")
                .post(TICKETS + "/" + ticket + "/notes")
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
}
