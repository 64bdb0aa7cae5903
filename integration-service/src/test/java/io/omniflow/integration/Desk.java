package io.omniflow.integration;

import static io.restassured.RestAssured.given;

import io.omniflow.integration.linear.fake.FakeIssue;
import io.omniflow.integration.linear.fake.LinearFake;
import io.omniflow.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A workspace of its own for one test, with a lead hand on the API and a ticket owner at the other end. */
final class Desk implements AutoCloseable {
    static final String CONNECTIONS = "/api/v1/integrations/connections";
    static final String LINKS = "/api/v1/integrations/links";
    static final String DELIVERIES = "/api/v1/integrations/deliveries";
    static final String THREADS = "/api/v1/integrations/threads";

    final UUID workspace = UUID.randomUUID();
    final TicketOwner owner = new TicketOwner();
    final UUID ticket = UUID.randomUUID();
    final String title = "Checkout fails " + ticket;

    RequestSpecification as(String role) {
        return as(workspace, role);
    }

    static RequestSpecification as(UUID workspace, String role) {
        return given().auth().oauth2(Tokens.token(workspace, role + "-1", role)).contentType(ContentType.JSON);
    }

    static Map<String, Object> connection() {
        Map<String, Object> body = new HashMap<>();
        body.put("system", "linear");
        body.put("name", "Engineering");
        body.put("baseUrl", TestLinear.FAKE.url().toString());
        body.put("credentials", Map.of("apiKey", LinearFake.API_KEY));
        body.put("settings", Map.of("teamId", LinearFake.TEAM_ID));
        body.put("sync", "one_way");
        return body;
    }

    String connect() {
        return connect(connection());
    }

    String connect(Map<String, Object> body) {
        return as("admin")
                .body(body)
                .post(CONNECTIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    Response askFor(String connection) {
        return askFor(connection, ticket);
    }

    Response askFor(String connection, UUID wanted) {
        return as("agent").body(wish(connection, wanted)).post(LINKS);
    }

    static Map<String, String> wish(String connection, UUID wanted) {
        return Map.of("ticketId", wanted.toString(), "connectionId", connection);
    }

    static String threadWish(UUID wanted, String connection) {
        return "{\"ticketId\": \"" + wanted + "\", \"connectionId\": \"" + connection + "\"}";
    }

    /** Asks for the issue, lets the ticket's owner answer, and gives the link's id. */
    String push(String connection) {
        String link = askFor(connection).then().statusCode(202).extract().path("id");
        owner.report(ticket, title, null);
        return link;
    }

    Response link(String id) {
        return as("viewer").get(LINKS + "/" + id);
    }

    /** The link once it is in that state. */
    Response await(String link, String state) {
        Awaitility.await("link " + state)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> state.equals(link(link).path("state")));
        return link(link);
    }

    /** Whatever was made for this desk's ticket. */
    List<FakeIssue> issues() {
        return TestLinear.FAKE.issues().stream()
                .filter(issue -> issue.title().equals(title))
                .toList();
    }

    @Nullable String deliveryOf(String link) {
        return as("agent").get(DELIVERIES).path("items.find { it.linkId == '" + link + "' }.id");
    }

    @Override
    public void close() {
        owner.close();
    }
}
