package io.omniflow.ticket.notification;

import static io.omniflow.ticket.Desk.TICKETS;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.omniflow.kit.identity.Roles;
import io.omniflow.testing.Tokens;
import io.omniflow.ticket.Desk;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;

/** Three agents of a workspace of their own: Anna Schmidt, Ben and Lea, who leads the team. */
final class Crew {
    static final String FEED = "/api/v1/notifications";

    final Desk desk = new Desk();
    final String anna = agent("Anna Schmidt", "anna");
    final String ben = agent("Ben", "ben");
    final String lea = agent("Lea", "lea");
    final String team = desk.made("teams", "{\"name\":\"support\",\"leadId\":\"" + lea + "\"}");

    /** Signs in with the subject. */
    String agent(String name, String subject) {
        return desk.made(
                "agents",
                "{\"name\":\"%s\",\"email\":\"%s.mail@example.com\",\"subject\":\"%s\"}"
                        .formatted(name, subject, subject));
    }

    String token(String subject) {
        return Tokens.token(desk.workspace, subject, Roles.AGENT);
    }

    RequestSpecification as(String subject) {
        return given().auth().oauth2(token(subject)).contentType("application/json");
    }

    String open(String by, String body) {
        return as(by).body(body).post(TICKETS).then().statusCode(201).extract().path("id");
    }

    /** Assigns the ticket anew, whoever has it. */
    void assign(String by, String ticket, String agent) {
        as(by).body("{\"assigneeId\":\"" + agent + "\"}")
                .patch(TICKETS + "/" + ticket)
                .then()
                .statusCode(200);
    }

    String note(String by, String ticket, String body) {
        return as(by).body("{\"body\":\"" + body.replace("\"", "\\\"") + "\"}")
                .post(TICKETS + "/" + ticket + "/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    JsonPath feed(String subject) {
        return as(subject)
                .queryParam("limit", 200)
                .get(FEED)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    List<String> kinds(String subject) {
        return feed(subject).getList("items.kind");
    }

    /** As soon as the feed has so many. */
    JsonPath awaitFeed(String subject, int size) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> as(subject)
                .queryParam("limit", 200)
                .get(FEED)
                .then()
                .statusCode(200)
                .body("items", hasSize(size)));
        return feed(subject);
    }
}
