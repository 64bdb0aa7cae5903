package io.omniflow.merge.merging;

import static io.restassured.RestAssured.given;

import io.omniflow.kit.time.Ids;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A workspace whose people merge. */
record MergeDesk(UUID workspace) {
    static MergeDesk opened() {
        return new MergeDesk(Ids.next());
    }

    RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.token(workspace, role, role));
    }

    RequestSpecification agent() {
        return as("agent");
    }

    RequestSpecification lead() {
        return as("lead");
    }

    /** Asks without waiting. */
    UUID request(UUID destination, UUID... sources) {
        return UUID.fromString(ask(agent(), destination, sources)
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
    }

    static Response ask(RequestSpecification who, UUID destination, UUID... sources) {
        return who.contentType(ContentType.JSON)
                .body(Map.of("sources", List.of(sources), "destination", destination, "reason", "same outage"))
                .post("/api/v1/merges");
    }

    /** A merge that is made. */
    UUID merged(TicketServicePlayed tickets, UUID destination, UUID... sources) {
        UUID merge = request(destination, sources);
        TicketServicePlayed.merge(tickets.toMerge(merge));
        await(merge, "completed");
        return merge;
    }

    /** Undoes a merge that can be. */
    void undone(TicketServicePlayed tickets, UUID merge) {
        undo(merge).then().statusCode(202);
        SeenEvent command = tickets.toUndo(merge);
        TicketServicePlayed.undo(command);
        await(merge, "undone");
    }

    Response undo(UUID merge) {
        return lead().post("/api/v1/merges/" + merge + "/undo");
    }

    JsonPath read(UUID merge) {
        return agent().get("/api/v1/merges/" + merge)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    JsonPath await(UUID merge, String state) {
        return Awaitility.await("merge " + state)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> read(merge), found -> found.getString("state").equals(state));
    }
}
