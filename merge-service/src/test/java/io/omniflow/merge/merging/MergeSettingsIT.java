package io.omniflow.merge.merging;

import static io.omniflow.merge.merging.TicketServicePlayed.newId;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.Topics;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class MergeSettingsIT {
    private final MergeDesk desk = MergeDesk.opened();
    private final TicketServicePlayed tickets = new TicketServicePlayed();

    @AfterEach
    void close() {
        tickets.close();
    }

    @Test
    void agents_merge_and_leads_undo_unless_something_else_is_set() {
        desk.as("viewer")
                .get("/api/v1/merges/settings")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("mergeRole", equalTo("agent"))
                .body("undoRole", equalTo("lead"))
                .body("version", equalTo(0));
        MergeDesk.ask(desk.as("viewer"), newId(), newId()).then().statusCode(403);
        UUID merge = desk.merged(tickets, newId(), newId());
        desk.agent().post("/api/v1/merges/" + merge + "/undo").then().statusCode(403);

        changed(desk.as("admin"), Map.of("mergeRole", "lead", "undoRole", "agent"))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("mergeRole", equalTo("lead"));
        MergeDesk.ask(desk.agent(), newId(), newId()).then().statusCode(403);
        MergeDesk.ask(desk.lead(), newId(), newId()).then().statusCode(202);
        desk.agent().post("/api/v1/merges/" + merge + "/undo").then().statusCode(202);
        MergeDesk.ask(MergeDesk.opened().agent(), newId(), newId()).then().statusCode(202);
    }

    @Test
    void a_change_is_told_with_before_and_after_and_what_changes_nothing_is_not() {
        try (Watch workspaces = Events.watch(Topics.WORKSPACE)) {
            changed(desk.as("admin"), Map.of("undoRole", "lead"))
                    .statusCode(200)
                    .body("version", equalTo(0));
            changed(desk.as("admin"), Map.of("undoRole", "admin"))
                    .statusCode(200)
                    .body("mergeRole", equalTo("agent"))
                    .body("undoRole", equalTo("admin"))
                    .body("version", equalTo(1));
            WorkspaceEvent.SettingChanged told = (WorkspaceEvent.SettingChanged) workspaces
                    .await(seen -> seen.workspace().equals(desk.workspace()))
                    .data();
            assertEquals("merging", told.kind());
            assertEquals(Map.of("mergeRole", "agent", "undoRole", "lead", "version", 0), told.before());
            assertEquals(Map.of("mergeRole", "agent", "undoRole", "admin", "version", 1), told.after());
        }
    }

    @Test
    void only_admins_change_them_and_only_the_version_they_have_read() {
        changed(desk.lead(), Map.of("undoRole", "admin")).statusCode(403);
        changed(desk.as("admin").header("If-Match", "\"7\""), Map.of("undoRole", "admin"))
                .statusCode(412);
        changed(desk.as("admin"), Map.of("undoRole", "viewer"))
                .statusCode(400)
                .body("errors.pointer", contains("/undoRole"));
        desk.as("admin")
                .contentType(ContentType.JSON)
                .body("{\"mergeRole\": null}")
                .patch("/api/v1/merges/settings")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/mergeRole"));
    }

    private static ValidatableResponse changed(RequestSpecification who, Map<String, String> patch) {
        return who.contentType(ContentType.JSON)
                .body(patch)
                .patch("/api/v1/merges/settings")
                .then();
    }
}
