package io.omniflow.integration;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.Topics;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.integration.linear.fake.Fault;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class MappingIT {
    private static final String OWN = """
            {"toTicket": [{"state": "s-1", "status": null}, {"kind": "done", "status": "closed"}],
             "toIssue": {"open": {"kind": "todo"}, "waiting": null, "closed": {"state": "s-2"}},
             "comments": true}""";

    private Desk desk;
    private String path;

    @BeforeEach
    void open() {
        TestLinear.FAKE.calm();
        desk = new Desk();
        path = Desk.CONNECTIONS + "/" + desk.connect() + "/mapping";
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void until_somebody_says_otherwise_kinds_decide() {
        desk.as("agent")
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("toTicket.find { it.kind == 'started' }.status", equalTo("in_progress"))
                .body("toTicket.find { it.kind == 'canceled' }.status", equalTo("resolved"))
                .body("toIssue.resolved.kind", equalTo("done"))
                .body("toIssue.waiting", nullValue())
                .body("comments", equalTo(false))
                .body("priority", equalTo(false));
    }

    @Test
    void what_is_put_is_what_is_read_and_is_told_once() {
        try (Watch settings = Events.watch(Topics.WORKSPACE)) {
            put(OWN).then().statusCode(200).header("ETag", equalTo("\"1\""));
            put(OWN).then().statusCode(200).header("ETag", equalTo("\"1\""));

            desk.as("agent")
                    .get(path)
                    .then()
                    .header("ETag", equalTo("\"1\""))
                    .body("toTicket.size()", equalTo(2))
                    .body("toTicket[0].state", equalTo("s-1"))
                    .body("toTicket[0].status", nullValue())
                    .body("toTicket[1].kind", equalTo("done"))
                    .body("toIssue.closed.state", equalTo("s-2"))
                    .body("toIssue.in_progress", nullValue())
                    .body("comments", equalTo(true));
            WorkspaceEvent.SettingChanged told = (WorkspaceEvent.SettingChanged)
                    settings.await(event -> event.workspace().equals(desk.workspace)
                                    && event.data() instanceof WorkspaceEvent.SettingChanged changed
                                    && changed.after() != null
                                    && changed.after().containsKey("mapping"))
                            .data();
            assertEquals("connection", told.kind());
            put("{\"toTicket\": [], \"toIssue\": {}}").then().header("ETag", equalTo("\"2\""));
        }
    }

    @Test
    void a_stale_version_changes_nothing() {
        put(OWN).then().statusCode(200);

        desk.as("admin")
                .header("If-Match", "\"0\"")
                .body("{\"toTicket\": [], \"toIssue\": {}}")
                .put(path)
                .then()
                .statusCode(412);

        desk.as("agent").get(path).then().body("toTicket.size()", equalTo(2));
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        put("""
                {"toTicket": [{"state": "a", "kind": "done", "status": "open"}, {"kind": "finished", "status": "open"},
                              {"kind": "todo", "status": "new"}, {"kind": "todo", "status": "open"}],
                 "toIssue": {"snoozed": {"kind": "todo"}, "open": {}}, "priority": true}""")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/toTicket/0",
                                "/toTicket/1/kind",
                                "/toTicket/2/status",
                                "/toTicket/3",
                                "/toIssue/snoozed",
                                "/toIssue/open",
                                "/priority"));
        put("{}").then().statusCode(422).body("errors.pointer", hasItems("/toTicket", "/toIssue"));
        put("{\"toTicket\": {}}").then().statusCode(400);
        put("{\"toTicket\": [null], \"toIssue\": {}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/toTicket/0"));
    }

    @Test
    void nobody_else_sees_or_changes_it() {
        UUID elsewhere = UUID.randomUUID();
        Desk.as(elsewhere, "admin").get(path).then().statusCode(404);
        Desk.as(elsewhere, "admin").body(OWN).put(path).then().statusCode(404);
        desk.as("agent").body(OWN).put(path).then().statusCode(403);
    }

    @Test
    void a_system_without_issues_has_no_mapping() {
        String slack = desk.connect(SignedSlack.connection());

        desk.as("admin").get(Desk.CONNECTIONS + "/" + slack + "/mapping").then().statusCode(404);
        desk.as("admin").get(Desk.CONNECTIONS + "/" + slack + "/states").then().statusCode(404);
    }

    @Test
    void the_states_are_those_of_the_system_and_the_first_of_a_kind_is_the_usual_one() {
        desk.as("admin")
                .get(states())
                .then()
                .statusCode(200)
                .body("states.size()", equalTo(8))
                .body("states.find { it.kind == 'todo' }.name", equalTo("Todo"))
                .body("states.find { it.kind == 'canceled' }.name", equalTo("Canceled"));
    }

    @Test
    void a_system_that_does_not_tell_its_states_is_quoted() {
        TestLinear.FAKE.fail("States", Fault.error("internal error", "Something broke"));

        desk.as("admin")
                .get(states())
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", equalTo("Something broke"));
    }

    private String states() {
        return path.replace("/mapping", "/states");
    }

    private Response put(String body) {
        return desk.as("admin").body(body).put(path);
    }
}
