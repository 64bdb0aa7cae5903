package io.omniflow.integration;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketStatus;
import io.omniflow.integration.hook.fake.Received;
import io.omniflow.integration.hook.fake.Receiver;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Position;
import io.omniflow.kit.time.Ids;
import io.omniflow.testing.Events;
import io.omniflow.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A workspace of its own with webhooks, and whoever receives them. */
final class HookDesk {
    static final String ENDPOINTS = "/api/v1/integrations/webhook-endpoints";
    static final String STATUS_CHANGED = "omniflow.ticket.status_changed.v1";
    static final String PRIORITY_CHANGED = "omniflow.ticket.priority_changed.v1";

    /** For all tests of this JVM; each has paths of its own. */
    static final Receiver RECEIVER = Receiver.start();

    final UUID workspace;
    final UUID ticket = UUID.randomUUID();

    HookDesk() {
        this(UUID.randomUUID());
    }

    private HookDesk(UUID workspace) {
        this.workspace = workspace;
    }

    RequestSpecification as(String role) {
        return call(Tokens.token(workspace, role + "-1", role));
    }

    /** A new path at the receiver. */
    static String path() {
        return "/" + UUID.randomUUID();
    }

    static Map<String, Object> body(String path, String... types) {
        return Map.of("url", RECEIVER.url(path), "description", "Warehouse", "eventTypes", List.of(types));
    }

    /** Makes an endpoint and gives the answer, secret and all. */
    Response make(String path, String... types) {
        Response made = as("admin").body(body(path, types)).post(ENDPOINTS);
        made.then().statusCode(201);
        return made;
    }

    Response read(String endpoint) {
        return as("admin").get(ENDPOINTS + "/" + endpoint);
    }

    Response log(String endpoint) {
        return as("admin").get(ENDPOINTS + "/" + endpoint + "/deliveries");
    }

    /** The ticket's status changed; gives the event's id. */
    String happens() {
        return happens(new TicketEvent.StatusChanged(
                TicketStatus.OPEN, TicketStatus.WAITING, TicketOwner.state(ticket, "Checkout fails", null)));
    }

    String priorityChanges() {
        return happens(new TicketEvent.PriorityChanged(
                TicketPriority.LOW, TicketPriority.HIGH, TicketOwner.state(ticket, "Checkout fails", null)));
    }

    private String happens(TicketEvent fact) {
        return happens(fact, Instant.now(), History.LIVE);
    }

    String happens(TicketEvent fact, Instant at, History history) {
        UUID id = Ids.next();
        Events.publish(new OutboundEvent(
                id,
                new WorkspaceId(workspace),
                ticket,
                fact,
                at,
                7L,
                new Origin("agent:anna", ticket.toString(), null),
                null,
                Position.LAST,
                history));
        return id.toString();
    }

    /** The log's entry once it is in that state. */
    Map<String, Object> await(String endpoint, String message, String state) {
        Awaitility.await("message " + message + " " + state)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> state.equals(entry(endpoint, message).get("state")));
        return entry(endpoint, message);
    }

    private Map<String, Object> entry(String endpoint, String message) {
        Map<String, Object> found = log(endpoint).path("items.find { it.id == '" + message + "' }");
        return found == null ? Map.of() : found;
    }

    /** What came in at the path, once it is that many. */
    static List<Received> awaitCalls(String path, int many) {
        Awaitility.await(many + " calls to " + path)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> RECEIVER.calls(path).size() >= many);
        return RECEIVER.calls(path);
    }

    /** For the generated tests: an endpoint in the token's workspace. */
    static String endpoint(String token) {
        return call(token)
                .body(body(path()))
                .post(ENDPOINTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** For the generated tests: an endpoint with something delivered. */
    static Map<String, String> delivery(String token) {
        HookDesk desk = new HookDesk(workspaceOf(token));
        String endpoint = endpoint(token);
        String message = desk.happens();
        desk.await(endpoint, message, "delivered");
        return Map.of("id", endpoint, "deliveryId", message);
    }

    private static RequestSpecification call(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static UUID workspaceOf(String token) {
        try {
            byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
            return UUID.fromString(
                    new ObjectMapper().readTree(claims).path("workspace").asText());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
