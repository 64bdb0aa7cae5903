package io.omniflow.ticket.directory;

import static io.omniflow.ticket.Desk.TICKETS;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.Topics;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.Roles;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Tokens;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class AgentsAndTeamsIT {
    private static final String AGENTS = "/api/v1/agents";
    private static final String TEAMS = "/api/v1/teams";

    private final Desk desk = new Desk();

    @Test
    void an_agent_is_kept_as_it_is_given() {
        String team = desk.team();
        Response added = desk.as(Roles.LEAD)
                .body("{\"name\":\"Anna\",\"email\":\"a@example.com\",\"subject\":\"anna\",\"teamIds\":[\"" + team
                        + "\"],\"limitedToTeams\":true}")
                .post(AGENTS);
        added.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", endsWith(AGENTS + "/" + added.path("id")))
                .body("active", equalTo(true))
                .body("limitedToTeams", equalTo(true))
                .body("teamIds", equalTo(List.of(team)));
        assertEquals(
                added.asString(),
                desk.as(Roles.VIEWER).get(AGENTS + "/" + added.path("id")).asString());
        desk.as(Roles.VIEWER).get(AGENTS).then().body("items.name", equalTo(List.of("Anna")));
        desk.anna().body("{\"name\":\"x\"}").post(AGENTS).then().statusCode(403);
    }

    @Test
    void an_agent_bears_a_name_and_belongs_to_teams_of_its_workspace() {
        desk.as(Roles.LEAD)
                .body("{\"name\":\"\",\"email\":\"x\",\"subject\":\" \"}")
                .post(AGENTS)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/name", "/email", "/subject")));
        String archived = desk.team();
        desk.as(Roles.LEAD).delete(TEAMS + "/" + archived).then().statusCode(204);
        desk.as(Roles.LEAD)
                .body("{\"name\":\"x\",\"teamIds\":[\"" + desk.team() + "\",\"" + archived + "\",\"" + new Desk().team()
                        + "\"]}")
                .post(AGENTS)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/teamIds/1", "/teamIds/2")));
    }

    @Test
    void a_subject_is_one_agents() {
        desk.made("agents", "{\"name\":\"Anna\",\"subject\":\"s\"}");
        String other = desk.agent();
        desk.as(Roles.LEAD)
                .body("{\"name\":\"x\",\"subject\":\"s\"}")
                .post(AGENTS)
                .then()
                .statusCode(409)
                .body("type", endsWith("/subject-taken"));
        desk.as(Roles.LEAD)
                .body("{\"subject\":\"s\"}")
                .patch(AGENTS + "/" + other)
                .then()
                .statusCode(409)
                .body("type", endsWith("/subject-taken"));
        desk.as(Roles.LEAD)
                .body("{\"id\":\"" + other + "\",\"name\":\"x\"}")
                .post(AGENTS)
                .then()
                .statusCode(409)
                .body("type", endsWith("/id-taken"));
        new Desk().made("agents", "{\"name\":\"Anna\",\"subject\":\"s\"}");
    }

    @Test
    void me_is_the_agent_of_the_token() {
        desk.anna().get(AGENTS + "/me").then().statusCode(404);
        String id = desk.made("agents", "{\"name\":\"Anna\",\"subject\":\"anna\"}");
        desk.anna().get(AGENTS + "/me").then().statusCode(200).body("id", equalTo(id));
        String other = desk.agent();
        given().auth()
                .oauth2(Tokens.token(desk.workspace, other, Roles.VIEWER))
                .get(AGENTS + "/me")
                .then()
                .statusCode(200)
                .body("id", equalTo(other));
        desk.as(Roles.LEAD)
                .body("{\"subject\":null}")
                .patch(AGENTS + "/" + id)
                .then()
                .statusCode(200);
        desk.anna().get(AGENTS + "/me").then().statusCode(404);
    }

    @Test
    void my_tickets_are_those_of_the_agent_of_the_token() {
        String anna = desk.made("agents", "{\"name\":\"Anna\",\"subject\":\"anna\"}");
        desk.open("{\"title\":\"mine\",\"assigneeId\":\"" + anna + "\"}");
        desk.open("{\"title\":\"other\",\"assigneeId\":\"" + desk.agent() + "\"}");
        desk.open("{\"title\":\"free\"}");
        desk.anna().get(TICKETS + "?assignee=me").then().statusCode(200).body("items.title", equalTo(List.of("mine")));
        given().auth()
                .oauth2(Tokens.token(desk.workspace, "nobody", Roles.VIEWER))
                .get(TICKETS + "?assignee=me")
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of()));
    }

    @Test
    void changes_of_agents_and_teams_are_told() {
        try (Watch watch = Events.watch(Topics.WORKSPACE)) {
            String id = desk.agent();
            desk.as(Roles.LEAD)
                    .header("If-Match", "\"1\"")
                    .body("{\"active\":false}")
                    .patch(AGENTS + "/" + id)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("active", equalTo(false));
            desk.as(Roles.LEAD)
                    .body("{\"active\":false}")
                    .patch(AGENTS + "/" + id)
                    .then()
                    .header("ETag", "\"2\"");
            desk.as(Roles.LEAD)
                    .header("If-Match", "\"1\"")
                    .body("{\"name\":\"x\"}")
                    .patch(AGENTS + "/" + id)
                    .then()
                    .statusCode(412);
            List<SeenEvent> told = watch.await(2, event -> isOf(event, "member", id));
            WorkspaceEvent.SettingChanged added =
                    (WorkspaceEvent.SettingChanged) told.getFirst().data();
            WorkspaceEvent.SettingChanged changed =
                    (WorkspaceEvent.SettingChanged) told.getLast().data();
            assertEquals(desk.workspace.toString(), told.getFirst().header("ce_subject"));
            assertEquals(null, added.before());
            assertEquals(added.after(), changed.before());
            assertEquals(Map.of("active", false, "version", 2), difference(changed));
            String team = desk.team();
            desk.as(Roles.LEAD).delete(TEAMS + "/" + team).then().statusCode(204);
            desk.as(Roles.LEAD).delete(TEAMS + "/" + team).then().statusCode(204);
            WorkspaceEvent.SettingChanged archived = (WorkspaceEvent.SettingChanged)
                    watch.await(2, event -> isOf(event, "team", team)).getLast().data();
            assertEquals(Map.of("archived", true, "version", 2), difference(archived));
        }
    }

    private static boolean isOf(SeenEvent event, String kind, String id) {
        return event.data() instanceof WorkspaceEvent.SettingChanged changed
                && changed.kind().equals(kind)
                && changed.settingId().equals(id);
    }

    private static Map<String, Object> difference(WorkspaceEvent.SettingChanged changed) {
        Map<String, Object> after = new java.util.HashMap<>(changed.after() == null ? Map.of() : changed.after());
        if (changed.before() != null) {
            changed.before().forEach(after::remove);
        }
        return after;
    }

    @Test
    void a_name_is_one_teams_until_that_is_archived() {
        String first = desk.made("teams", "{\"name\":\"Billing\"}");
        desk.as(Roles.LEAD)
                .body("{\"name\":\" BILLING\"}")
                .post(TEAMS)
                .then()
                .statusCode(409)
                .body("type", endsWith("/name-taken"));
        desk.as(Roles.LEAD)
                .body("{\"name\":\"billing\"}")
                .patch(TEAMS + "/" + desk.team())
                .then()
                .statusCode(409)
                .body("type", endsWith("/name-taken"));
        desk.as(Roles.LEAD).delete(TEAMS + "/" + first).then().statusCode(204);
        desk.as(Roles.VIEWER).get(TEAMS + "/" + first).then().statusCode(200).body("archived", equalTo(true));
        desk.as(Roles.LEAD)
                .body("{\"name\":\"x\"}")
                .patch(TEAMS + "/" + first)
                .then()
                .statusCode(409)
                .body("type", endsWith("/team-archived"));
        desk.made("teams", "{\"name\":\"Billing\"}");
        new Desk().made("teams", "{\"name\":\"Billing\"}");
    }

    @Test
    void a_team_is_led_by_an_agent_of_its_workspace() {
        String lead = desk.agent();
        String team = desk.made("teams", "{\"name\":\"Billing\",\"leadId\":\"" + lead + "\"}");
        desk.as(Roles.LEAD)
                .body("{\"leadId\":\"" + new Desk().agent() + "\"}")
                .patch(TEAMS + "/" + team)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/leadId")));
        desk.as(Roles.LEAD)
                .body("{\"name\":\"x\",\"leadId\":\"" + UUID.randomUUID() + "\"}")
                .post(TEAMS)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/leadId")));
        desk.as(Roles.LEAD)
                .body("{\"leadId\":null}")
                .patch(TEAMS + "/" + team)
                .then()
                .statusCode(200)
                .body("name", equalTo("Billing"))
                .body("leadId", nullValue());
        desk.as(Roles.VIEWER).get(TEAMS).then().body("items.id", equalTo(List.of(team)));
    }
}
