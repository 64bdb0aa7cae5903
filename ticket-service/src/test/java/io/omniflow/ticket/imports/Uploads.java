package io.omniflow.ticket.imports;

import static org.awaitility.Awaitility.await;

import io.omniflow.kit.identity.Roles;
import io.omniflow.testing.Tokens;
import io.omniflow.ticket.Desk;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Imports as a lead of a desk sends them. */
record Uploads(Desk desk) {
    static final String IMPORTS = "/api/v1/imports";

    Response send(byte[] lines) {
        return desk.as(Roles.LEAD)
                .contentType("application/x-ndjson")
                .header("Prefer", "wait=20")
                .body(lines)
                .post(IMPORTS);
    }

    /** Until it is completed; what it came to. */
    JsonPath lines(String... lines) {
        return completed(send(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    Response sendCsv(String mapping, byte[] file) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.token(desk.workspace, "anna", Roles.LEAD))
                .header("Prefer", "wait=20")
                .multiPart("mapping", mapping, "application/json")
                .multiPart("file", "log.csv", file, "text/csv")
                .post(IMPORTS);
    }

    JsonPath csv(String mapping, String... rows) {
        return completed(sendCsv(mapping, String.join("\n", rows).getBytes(StandardCharsets.UTF_8)));
    }

    JsonPath completed(Response accepted) {
        accepted.then().statusCode(202);
        String location = accepted.header("Location");
        String path = location.substring(location.indexOf(IMPORTS));
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> desk.as(Roles.LEAD).get(path).jsonPath(), read -> "completed"
                        .equals(read.getString("state")));
    }

    /** The id of the one ticket with this title. */
    String ticket(String title) {
        return desk.as(Roles.VIEWER)
                .get(Desk.TICKETS + "?limit=200")
                .jsonPath()
                .param("title", title)
                .getString("items.find { it.title == title }.id");
    }
}
