package io.omniflow.sla.clock;

import static io.restassured.RestAssured.given;

import io.omniflow.contract.TicketPriority;
import io.omniflow.testing.Backing;
import io.omniflow.testing.OneConnection;
import io.omniflow.testing.api.ApiPromises;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
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
                .id("/api/v1/sla/tickets/{id}", ApiPromisesIT::ticketWithClocks)
                .id("/api/v1/sla/calendars/{id}", Sla::calendar)
                .id("/api/v1/sla/policies/{id}", ApiPromisesIT::policy)
                .body("POST /api/v1/sla/policies", ApiPromisesIT::policyOfCalendar)
                .item("GET /api/v1/sla/at-risk", token -> ticketOpenSince(token, Duration.ofHours(23)))
                .item("GET /api/v1/sla/breaches", token -> ticketOpenSince(token, Duration.ofHours(30)))
                .id("/api/v1/sla/simulate/{id}", ApiPromisesIT::simulation)
                .body("POST /api/v1/sla/simulate", ApiPromisesIT::draftOfCalendar)
                .body("POST /api/v1/sla/due", ApiPromisesIT::dueByCalendar)
                .tests();
    }

    private static String ticketWithClocks(String token) {
        SentTicket ticket = new SentTicket(workspaceOf(token))
                .created(Sla.now(), TicketPriority.NORMAL)
                .send();
        Sla.clocksAt(ticket, 1);
        return ticket.id.toString();
    }

    private static String ticketOpenSince(String token, Duration before) {
        SentTicket ticket = new SentTicket(workspaceOf(token))
                .created(Sla.now().minus(before), TicketPriority.NORMAL)
                .send();
        Sla.clocksAt(ticket, 1);
        return ticket.id.toString();
    }

    private static String policy(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(policyOfCalendar(token))
                .post("/api/v1/sla/policies")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String policyOfCalendar(String token) {
        return """
                {"name": "Gold %s", "position": 1, "when": {"tags": ["gold"], "teamIds": ["%s"]}, "calendarId": "%s",
                 "targets": {"high": {"firstResponse": "PT1H", "resolution": "PT8H"}}, "statusCeilings": {"open": "PT48H"},
                 "escalations": [{"atPercent": 100, "action": "notify_lead"}]}""".formatted(UUID.randomUUID(), UUID.randomUUID(), Sla.calendar(token));
    }

    private static String simulation(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Prefer", "wait=20")
                .body(draftOfCalendar(token))
                .post("/api/v1/sla/simulate")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static String draftOfCalendar(String token) {
        return "{\"policy\": " + policyOfCalendar(token) + ", \"only\": null}";
    }

    private static String dueByCalendar(String token) {
        return "{\"calendarId\": \"" + Sla.calendar(token)
                + "\", \"start\": \"2026-11-20T15:00:00.000Z\", \"duration\": \"PT8H\"}";
    }

    private static UUID workspaceOf(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return UUID.fromString(new JsonPath(new String(claims, StandardCharsets.UTF_8)).getString("workspace"));
    }
}
