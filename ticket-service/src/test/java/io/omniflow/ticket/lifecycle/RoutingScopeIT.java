package io.omniflow.ticket.lifecycle;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.kit.identity.Roles;
import io.omniflow.testing.Backing;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anna is limited to one team. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class RoutingScopeIT {
    private final Desk desk = new Desk();
    private String anna = "";
    private String hers = "";
    private String others = "";
    private String free = "";

    @BeforeEach
    void three_tickets() {
        String team = desk.team();
        hers = ticket("hers", "\"" + team + "\"");
        others = ticket("others", "\"" + desk.team() + "\"");
        free = ticket("free", "null");
        anna = desk.made(
                "agents",
                "{\"name\":\"Anna\",\"subject\":\"anna\",\"limitedToTeams\":true,\"teamIds\":[\"" + team + "\"]}");
    }

    private String ticket(String title, String team) {
        return desk.as(Roles.LEAD)
                .body("{\"title\":\"" + title + "\",\"teamId\":" + team + "}")
                .post(TICKETS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void lists_hold_the_tickets_of_her_team_and_those_of_none() {
        for (String role : List.of(Roles.VIEWER, Roles.AGENT)) {
            desk.as(role).get(TICKETS + "?sort=created").then().body("items.id", equalTo(List.of(hers, free)));
            desk.as(role).get(TICKETS + "?tag=none").then().body("items", equalTo(List.of()));
        }
        for (String role : List.of(Roles.LEAD, Roles.ADMIN)) {
            desk.as(role).get(TICKETS + "?sort=created").then().body("items.id", equalTo(List.of(hers, others, free)));
        }
    }

    @Test
    void the_tickets_of_other_teams_are_not_there() {
        desk.as(Roles.VIEWER).get(TICKETS + "/" + others).then().statusCode(404);
        desk.as(Roles.LEAD).get(TICKETS + "/" + others).then().statusCode(200);
        for (String seen : List.of(hers, free)) {
            desk.as(Roles.VIEWER).get(TICKETS + "/" + seen).then().statusCode(200);
            desk.change(seen, "{\"status\":\"waiting\"}");
        }
        desk.anna()
                .body("{\"status\":\"waiting\"}")
                .patch(TICKETS + "/" + others)
                .then()
                .statusCode(404);
        desk.as(Roles.LEAD).get(TICKETS + "/" + others).then().body("version", equalTo(1));
    }

    @Test
    void their_timeline_is_not_there() {
        desk.as(Roles.VIEWER).get(TICKETS + "/" + others + "/timeline").then().statusCode(404);
        desk.as(Roles.VIEWER).get(TICKETS + "/" + hers + "/timeline").then().statusCode(200);
    }

    @Test
    void their_tags_and_links_are_not_there() {
        desk.anna().put(TICKETS + "/" + others + "/tags/x").then().statusCode(404);
        desk.anna().delete(TICKETS + "/" + others + "/tags/x").then().statusCode(404);
        desk.anna().put(TICKETS + "/" + others + "/contacts/" + anna).then().statusCode(404);
        desk.anna().put(TICKETS + "/" + hers + "/tags/x").then().statusCode(200);
    }

    @Test
    void their_notes_are_not_there() {
        String notes = TICKETS + "/" + others + "/notes";
        String note = desk.as(Roles.LEAD)
                .body("{\"body\":\"n\"}")
                .post(notes)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        desk.anna().body("{\"body\":\"n\"}").post(notes).then().statusCode(404);
        desk.as(Roles.VIEWER).get(notes).then().statusCode(404);
        desk.as(Roles.VIEWER).get(notes + "/" + note).then().statusCode(404);
        desk.anna()
                .header("If-Match", "\"1\"")
                .body("{\"body\":\"m\"}")
                .patch(notes + "/" + note)
                .then()
                .statusCode(404);
        desk.anna().delete(notes + "/" + note).then().statusCode(404);
        desk.as(Roles.LEAD).get(notes + "/" + note).then().statusCode(200).body("version", equalTo(1));
        desk.anna()
                .body("{\"body\":\"n\"}")
                .post(TICKETS + "/" + hers + "/notes")
                .then()
                .statusCode(201);
    }

    @Test
    void their_likeness_is_not_there() {
        desk.as(Roles.VIEWER).get(TICKETS + "/" + others + "/similar").then().statusCode(404);
        String team = desk.as(Roles.LEAD).get(TICKETS + "/" + others).path("teamId");
        String like = ticket("The printer of floor three burns", "\"" + team + "\"");
        String mine = ticket("The printer of floor three burns", "null");
        desk.as(Roles.VIEWER).get(TICKETS + "/" + mine + "/similar").then().body("items.ticket.id", equalTo(List.of()));
        desk.as(Roles.LEAD)
                .get(TICKETS + "/" + mine + "/similar")
                .then()
                .body("items.ticket.id", equalTo(List.of(like)));
    }

    @Test
    void their_replies_are_not_there_nor_can_their_conversations_be_converted_again() {
        String conversation = desk.made("conversations", "{\"channel\":\"email\",\"subject\":\"s\"}");
        desk.as(Roles.LEAD)
                .put(TICKETS + "/" + others + "/conversations/" + conversation)
                .then()
                .statusCode(200);
        String replies = TICKETS + "/" + others + "/replies";
        desk.anna().body("{\"body\":\"x\"}").post(replies).then().statusCode(404);
        desk.as(Roles.VIEWER).get(replies).then().statusCode(404);
        String reply = desk.as(Roles.LEAD)
                .body("{\"body\":\"x\"}")
                .post(replies)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        desk.as(Roles.VIEWER).get(replies + "/" + reply).then().statusCode(404);
        String convert = "/api/v1/conversations/" + conversation + "/convert";
        desk.anna().body("{}").post(convert).then().statusCode(404);
        desk.as(Roles.LEAD).body("{}").post(convert).then().statusCode(200).body("id", equalTo(others));
    }

    @Test
    void exports_views_and_their_counts_leave_them_out() {
        String exported = desk.as(Roles.VIEWER)
                .get("/api/v1/exports/tickets.ndjson?sort=created")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(2, exported.lines().count());
        String view = desk.anna()
                .body("{\"name\":\"all\",\"scope\":\"private\",\"filter\":{}}")
                .post("/api/v1/views")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        desk.anna().get("/api/v1/views/" + view + "/tickets").then().body("items.size()", equalTo(2));
        desk.anna().get("/api/v1/views/counts?ids=" + view).then().body("items[0].count", equalTo(2));
        desk.anna().get(TICKETS + "?q=others").then().body("items", equalTo(List.of()));
        desk.anna().get(TICKETS + "?q=hers").then().body("items.id", equalTo(List.of(hers)));
    }

    @Test
    void a_ticket_handed_to_another_team_is_answered_once_more_and_then_gone() {
        String team = desk.as(Roles.LEAD).get(TICKETS + "/" + others).path("teamId");
        assertEquals(team, desk.change(hers, "{\"teamId\":\"" + team + "\"}").getString("teamId"));
        desk.anna().get(TICKETS + "/" + hers).then().statusCode(404);
    }

    @Test
    void who_is_no_longer_limited_sees_all() {
        desk.anna().get(TICKETS + "/" + others).then().statusCode(404);
        desk.as(Roles.LEAD)
                .body("{\"limitedToTeams\":false}")
                .patch("/api/v1/agents/" + anna)
                .then()
                .statusCode(200);
        desk.anna().get(TICKETS + "/" + others).then().statusCode(200);
    }
}
