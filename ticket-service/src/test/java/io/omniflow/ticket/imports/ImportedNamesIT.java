package io.omniflow.ticket.imports;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.Topics;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.Roles;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ImportedNamesIT {
    private static final String LINE =
            "{\"externalId\":\"%1$s\",\"title\":\"%1$s\",\"createdAt\":\"2012-01-01T00:00:00Z\","
                    + "\"assignee\":\"%2$s\",\"team\":\"%3$s\"}";

    private final Desk desk = new Desk();
    private final Uploads uploads = new Uploads(desk);

    @Test
    void names_become_agents_and_teams_who_can_be_assigned() {
        try (Watch watch = Events.watch(Topics.WORKSPACE)) {
            JsonPath job = uploads.lines(
                    LINE.formatted("a", "luca", "Second level"), LINE.formatted("b", "luca", "SECOND LEVEL"));
            assertEquals(2, job.getInt("created"));
            watch.await(
                    2,
                    event -> event.data() instanceof WorkspaceEvent.SettingChanged
                            && event.header("ce_subject").equals(desk.workspace.toString())
                            && event.header("ce_actor").equals("import:" + job.getString("id")));
        }
        JsonPath first = desk.ticket(uploads.ticket("a"));
        JsonPath second = desk.ticket(uploads.ticket("b"));
        String luca = first.getString("assigneeId");
        assertEquals(luca, second.getString("assigneeId"));
        assertEquals(first.getString("teamId"), second.getString("teamId"));
        desk.as(Roles.VIEWER)
                .get("/api/v1/agents/" + luca)
                .then()
                .statusCode(200)
                .body("name", equalTo("luca"))
                .body("active", equalTo(true));
        desk.as(Roles.VIEWER).get("/api/v1/teams").then().body("items.id", equalTo(List.of(first.getString("teamId"))));
        desk.open("{\"title\":\"c\",\"assigneeId\":\"" + luca + "\"}");
    }

    @Test
    void a_name_stands_for_whom_the_directory_knows_by_it() {
        String luca = desk.made("agents", "{\"name\":\"Luca Bianchi\",\"subject\":\"luca\"}");
        String team = desk.made("teams", "{\"name\":\"Billing\"}");
        String retired = desk.made("agents", "{\"name\":\"x\",\"subject\":\"gone\",\"active\":false}");
        uploads.lines(LINE.formatted("a", "luca", "billing"), LINE.formatted("b", "gone", team));
        assertEquals(luca, desk.ticket(uploads.ticket("a")).getString("assigneeId"));
        assertEquals(team, desk.ticket(uploads.ticket("a")).getString("teamId"));
        assertEquals(retired, desk.ticket(uploads.ticket("b")).getString("assigneeId"));
        assertEquals(team, desk.ticket(uploads.ticket("b")).getString("teamId"));
        assertEquals(2, desk.rows("agent"));
        assertEquals(1, desk.rows("team"));
    }

    @Test
    void an_id_that_is_nobodys_is_a_problem_of_its_ticket_alone() {
        String nobody = UUID.randomUUID().toString();
        JsonPath job = uploads.lines(
                LINE.formatted("a", nobody, "Billing"),
                LINE.formatted("b", "luca", new Desk().team()),
                LINE.formatted("c", "luca", "Billing"));
        assertEquals(1, job.getInt("created"));
        assertEquals(List.of("a", "b"), job.getList("problems.externalId"));
        assertEquals("There is no agent " + nobody, job.getString("problems[0].detail"));
    }
}
