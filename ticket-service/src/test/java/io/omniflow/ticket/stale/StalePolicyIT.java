package io.omniflow.ticket.stale;

import static org.hamcrest.Matchers.contains;
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
import java.util.Objects;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class StalePolicyIT {
    private static final String POLICY = "/api/v1/stale-policy";
    private static final String SHORT =
            "{\"enabled\":true,\"waitingFor\":\"PT2S\",\"grace\":\"PT4S\",\"autoClose\":true}";

    private final Desk desk = new Desk();

    private ValidatableResponse put(String body) {
        return desk.as("lead").body(body).put(POLICY).then();
    }

    @Test
    void a_workspace_that_has_set_nothing_pings_after_thirty_days_and_closes_nothing() {
        desk.as("viewer")
                .get(POLICY)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("enabled", equalTo(true))
                .body("waitingFor", equalTo("P30D"))
                .body("grace", equalTo("P3D"))
                .body("autoClose", equalTo(false));
    }

    @Test
    void a_change_is_told_once_with_before_and_after() {
        try (Watch watch = Events.watch(Topics.WORKSPACE)) {
            put(SHORT).statusCode(200).header("ETag", "\"1\"").body("grace", equalTo("PT4S"));
            put(SHORT).statusCode(200).header("ETag", "\"1\"");
            put(SHORT.replace("PT4S", "P5D")).statusCode(200).header("ETag", "\"2\"");
            List<SeenEvent> told =
                    watch.await(2, event -> event.header("ce_workspaceid").equals(desk.workspace.toString()));
            assertEquals(2, told.size());
            WorkspaceEvent.SettingChanged first =
                    (WorkspaceEvent.SettingChanged) told.getFirst().data();
            assertEquals("stale_policy", first.kind());
            assertEquals(desk.workspace, told.getFirst().subject());
            assertEquals(
                    Map.of("enabled", true, "waitingFor", "P30D", "grace", "P3D", "autoClose", false, "version", 0),
                    first.before());
            assertEquals("PT2S", Objects.requireNonNull(first.after()).get("waitingFor"));
        }
    }

    @Test
    void a_stale_version_changes_nothing_and_only_leads_set() {
        put(SHORT).statusCode(200);
        desk.as("lead")
                .header("If-Match", "\"0\"")
                .body(SHORT)
                .put(POLICY)
                .then()
                .statusCode(412);
        desk.anna().body(SHORT).put(POLICY).then().statusCode(403);
        desk.as("viewer").get(POLICY).then().header("ETag", "\"1\"");
        new Desk().as("viewer").get(POLICY).then().header("ETag", "\"0\"");
    }

    @Test
    void what_is_missing_or_no_span_is_named() {
        put("{}").statusCode(422).body("errors.pointer", hasItems("/enabled", "/waitingFor", "/grace", "/autoClose"));
        put(SHORT.replace("PT2S", "P1M")).statusCode(422).body("errors.pointer", contains("/waitingFor"));
        put(SHORT.replace("PT4S", "P3651D")).statusCode(422).body("errors.pointer", contains("/grace"));
        put(SHORT.replace("\"PT4S\"", "3")).statusCode(400);
        put(SHORT.replace("true", "\"yes\"")).statusCode(400);
    }
}
