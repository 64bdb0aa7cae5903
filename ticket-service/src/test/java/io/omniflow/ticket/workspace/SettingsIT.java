package io.omniflow.ticket.workspace;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.Topics;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class SettingsIT {
    private static final String SETTINGS = "/api/v1/workspaces/current/settings";

    private final Desk desk = new Desk();

    private ValidatableResponse put(String body) {
        return desk.as("admin").body(body).put(SETTINGS).then();
    }

    @Test
    void a_workspace_that_has_set_nothing_reopens_both() {
        desk.as("admin")
                .get(SETTINGS)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("reopenWaiting", equalTo(true))
                .body("reopenResolved", equalTo(true));
        put("{\"reopenWaiting\":true,\"reopenResolved\":true}").statusCode(200).header("ETag", "\"0\"");
    }

    @Test
    void a_change_is_told_once_with_before_and_after() {
        try (Watch watch = Events.watch(Topics.WORKSPACE)) {
            String off = "{\"reopenWaiting\":true,\"reopenResolved\":false}";
            put(off).statusCode(200).header("ETag", "\"1\"").body("reopenResolved", equalTo(false));
            put(off).statusCode(200).header("ETag", "\"1\"");
            put("{\"reopenWaiting\":false,\"reopenResolved\":false}")
                    .statusCode(200)
                    .header("ETag", "\"2\"");
            List<SeenEvent> told =
                    watch.await(2, event -> event.header("ce_workspaceid").equals(desk.workspace.toString()));
            assertEquals(2, told.size());
            WorkspaceEvent.SettingChanged first =
                    (WorkspaceEvent.SettingChanged) told.getFirst().data();
            assertEquals("workspace", first.kind());
            assertEquals(desk.workspace, told.getFirst().subject());
            assertEquals(
                    List.of(true, false),
                    List.of(
                            Map.copyOf(java.util.Objects.requireNonNull(first.before()))
                                    .get("reopenResolved"),
                            Map.copyOf(java.util.Objects.requireNonNull(first.after()))
                                    .get("reopenResolved")));
            assertEquals("agent:anna", told.getLast().header("ce_actor"));
        }
    }

    @Test
    void the_start_of_clocks_is_a_choice_of_its_own_which_may_be_left_out() {
        String old = "{\"reopenWaiting\":true,\"reopenResolved\":true}";
        put("{\"reopenWaiting\":true,\"reopenResolved\":true,\"mergeTakesEarlierStart\":true}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("mergeTakesEarlierStart", equalTo(true));
        put(old).statusCode(200).header("ETag", "\"2\"").body("mergeTakesEarlierStart", equalTo(false));
    }

    @Test
    void a_stale_version_changes_nothing_and_only_admins_set() {
        put("{\"reopenWaiting\":false,\"reopenResolved\":true}").statusCode(200);
        desk.as("admin")
                .header("If-Match", "\"0\"")
                .body("{\"reopenWaiting\":true,\"reopenResolved\":true}")
                .put(SETTINGS)
                .then()
                .statusCode(412);
        desk.as("lead")
                .body("{\"reopenWaiting\":true,\"reopenResolved\":true}")
                .put(SETTINGS)
                .then()
                .statusCode(403);
        desk.as("admin").get(SETTINGS).then().header("ETag", "\"1\"").body("reopenWaiting", equalTo(false));
        new Desk().as("admin").get(SETTINGS).then().header("ETag", "\"0\"");
    }

    @Test
    void what_is_missing_is_named() {
        put("{}").statusCode(422).body("errors.pointer", hasItems("/reopenWaiting", "/reopenResolved"));
        put("{\"reopenWaiting\":true,\"reopenResolved\":null}").statusCode(422);
        put("{\"reopenWaiting\":\"yes\",\"reopenResolved\":true}").statusCode(400);
    }
}
