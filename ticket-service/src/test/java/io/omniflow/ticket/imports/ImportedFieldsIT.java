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
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ImportedFieldsIT {
    private static final String LINE =
            "{\"externalId\":\"%1$s\",\"title\":\"%1$s\",\"createdAt\":\"2012-01-01T00:00:00Z\",\"customFields\":%2$s}";

    private final Desk desk = new Desk();
    private final Uploads uploads = new Uploads(desk);

    @Test
    void an_import_defines_the_fields_that_are_not_there_as_texts() {
        try (Watch watch = Events.watch(Topics.WORKSPACE)) {
            JsonPath job = uploads.lines(
                    LINE.formatted("a", "{\"vendor\":\"V-1\",\"orders\":21}"),
                    LINE.formatted("b", "{\"orders\":\"many\",\"vip\":true}"));
            assertEquals(2, job.getInt("created"));
            watch.await(
                    3,
                    event -> event.data() instanceof WorkspaceEvent.SettingChanged changed
                            && changed.kind().equals("custom_field")
                            && event.header("ce_subject").equals(desk.workspace.toString())
                            && event.header("ce_actor").equals("import:" + job.getString("id")));
        }
        desk.as(Roles.VIEWER)
                .get("/api/v1/custom-fields")
                .then()
                .body("items.key", equalTo(List.of("orders", "vendor", "vip")))
                .body("items.type", equalTo(List.of("text", "text", "text")));
        assertEquals(
                Map.of("vendor", "V-1", "orders", "21"),
                desk.ticket(uploads.ticket("a")).getMap("customFields"));
        assertEquals(
                Map.of("orders", "many", "vip", "true"),
                desk.ticket(uploads.ticket("b")).getMap("customFields"));
        desk.open("{\"title\":\"c\",\"customFields\":{\"vendor\":\"V-2\"}}");
    }

    @Test
    void an_import_reads_texts_as_what_defined_fields_hold() {
        desk.field("orders", "number");
        desk.field("regions", "multi_select", "de", "at");
        desk.made(
                "custom-fields",
                "{\"key\":\"needed\",\"label\":\"x\",\"type\":\"text\",\"required\":true,\"default\":\"d\"}");
        JsonPath job = uploads.lines(
                LINE.formatted("a", "{\"orders\":\"21\",\"regions\":\"de\"}"),
                LINE.formatted("b", "{\"orders\":\"many\"}"),
                LINE.formatted("c", "{}"));
        assertEquals(2, job.getInt("created"));
        assertEquals(List.of("b"), job.getList("problems.externalId"));
        assertEquals(
                Map.of("orders", 21, "regions", List.of("de")),
                desk.ticket(uploads.ticket("a")).getMap("customFields"));
        assertEquals(Map.of(), desk.ticket(uploads.ticket("c")).getMap("customFields"));
    }
}
