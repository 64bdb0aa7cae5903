package io.omniflow.sla.clock;

import static io.restassured.RestAssured.given;

import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.testing.Databases;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** What the tests ask of the service, and do in place of the others. */
public final class Sla {
    private Sla() {}

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    public static Response get(UUID workspace, Object ticket) {
        return given().auth()
                .oauth2(Tokens.token(workspace, "vera", "viewer"))
                .get("/api/v1/sla/tickets/{id}", ticket.toString());
    }

    public static Response explain(UUID workspace, Object ticket) {
        return given().auth()
                .oauth2(Tokens.token(workspace, "vera", "viewer"))
                .get("/api/v1/sla/tickets/{id}/explain", ticket.toString());
    }

    /** The clocks once they reflect that version of the ticket. */
    public static JsonPath clocksAt(SentTicket ticket, long version) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> get(ticket.workspace.value(), ticket.id),
                        answer ->
                                answer.statusCode() == 200 && answer.jsonPath().getLong("ticketVersion") == version)
                .jsonPath();
    }

    public static Predicate<SeenEvent> about(SentTicket ticket) {
        return event -> event.subject().equals(ticket.id);
    }

    public static Predicate<SeenEvent> is(SentTicket ticket, Class<?> data) {
        return event -> event.subject().equals(ticket.id) && data.isInstance(event.data());
    }

    /** A workspace whose tickets are all to be answered and resolved within these. */
    public static UUID workspaceWithTargets(Duration firstResponse, Duration resolution) {
        UUID workspace = UUID.randomUUID();
        String targets = "{\"firstResponse\": \"" + firstResponse + "\", \"resolution\": \"" + resolution + "\"}";
        String all = "{\"urgent\": %1$s, \"high\": %1$s, \"normal\": %1$s, \"low\": %1$s}".formatted(targets);
        given().auth()
                .oauth2(Tokens.token(workspace, "lea", "lead"))
                .contentType("application/json")
                .body("{\"name\": \"Short\", \"targets\": " + all + "}")
                .patch("/api/v1/sla/policies/{id}", Policy.usualId(workspace))
                .then()
                .statusCode(200);
        return workspace;
    }

    /** An office of that token's workspace. */
    static String calendar(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"name\": \"Office\", \"timeZone\": \"Europe/Berlin\", \"weekly\":"
                        + " {\"monday\": [{\"from\": \"09:00\", \"to\": \"17:00\"}]}}")
                .post("/api/v1/sla/calendars")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static void asOwner(String sql) {
        try (Connection database = Databases.owner()) {
            database.createStatement().execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
