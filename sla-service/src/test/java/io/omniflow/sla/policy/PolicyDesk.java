package io.omniflow.sla.policy;

import static io.restassured.RestAssured.given;

import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.testing.Tokens;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;

/** A workspace and those who work with its policies. */
final class PolicyDesk {
    static final String POLICIES = "/api/v1/sla/policies";
    static final String CALENDARS = "/api/v1/sla/calendars";

    final UUID workspace = UUID.randomUUID();

    RequestSpecification lea() {
        return someone("lead");
    }

    RequestSpecification vera() {
        return someone("viewer");
    }

    RequestSpecification someone(String role) {
        return given().auth().oauth2(Tokens.token(workspace, role, role)).contentType("application/json");
    }

    String alwaysOpen() {
        return Policy.alwaysOpenId(workspace).toString();
    }

    String usual() {
        return Policy.usualId(workspace).toString();
    }

    String calendar() {
        return lea().body("{\"name\": \"Office\", \"timeZone\": \"Europe/Berlin\", \"weekly\":"
                        + " {\"monday\": [{\"from\": \"09:00\", \"to\": \"17:00\"}]}}")
                .post(CALENDARS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** One by the calendar that is always open, with a target for normal tickets. */
    String body(String name, String more) {
        return "{\"name\": \"" + name + "\", \"calendarId\": \"" + alwaysOpen()
                + "\", \"targets\": {\"normal\": {\"resolution\": \"PT8H\"}}" + more + "}";
    }

    String make(String name) {
        return make(name, "");
    }

    /** @param more of the body, as {@code , "position": 1} */
    String make(String name, String more) {
        return lea().body(body(name, more))
                .post(POLICIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    List<String> order() {
        return vera().get(POLICIES).then().statusCode(200).extract().path("items.name");
    }

    static String path(String id) {
        return POLICIES + "/" + id;
    }
}
