package io.omniflow.ticket.rule;

import static io.omniflow.ticket.rule.Automation.RULES;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.contract.Topics;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.Roles;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Rules as leads keep them. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class RulesIT {
    private static final String MINIMAL =
            "{\"name\":\"x\",\"trigger\":\"tag_added\",\"then\":{\"createTicket\":{\"title\":\"x\"}}}";

    private final Automation automation = new Automation();
    private final Desk desk = automation.desk;

    private ValidatableResponse refused(String body) {
        return desk.as(Roles.LEAD).body(body).post(RULES).then();
    }

    private ValidatableResponse refusedThen(String then) {
        return refused("{\"name\":\"x\",\"trigger\":\"tag_added\",\"then\":" + then + "}")
                .statusCode(422);
    }

    @Test
    void a_rule_is_shown_as_it_was_made_with_counters_at_nought() {
        String team = desk.team();
        String agent = desk.agent();
        desk.field("plan", "text");
        String calendar = UUID.randomUUID().toString();
        String id = automation.rule("""
                {"name": " All of it ", "position": 7, "enabled": false, "trigger": "message_received",
                 "when": {"tags": ["VIP"], "keywords": ["refund"], "regex": "V-[0-9]+", "channels": ["email"],
                  "inboxAddresses": ["help@shop.example"], "languages": ["en"], "contact": {"company": "Acme"},
                  "teamIds": ["%1$s"], "hours": {"calendarId": "%3$s", "side": "outside"}},
                 "then": {"createTicket": {"title": "{subject}", "description": "{firstWords}", "priority": "urgent",
                  "teamId": "%1$s", "assigneeId": "%2$s", "tags": ["B", "a"], "customFields": {"plan": "gold"}}}}""".formatted(team, agent, calendar));
        JsonPath rule = automation.read(id);
        assertEquals("All of it", rule.getString("name"));
        assertEquals(7, rule.getInt("position"));
        assertEquals(false, rule.getBoolean("enabled"));
        assertEquals("message_received", rule.getString("trigger"));
        assertEquals(List.of("vip"), rule.getList("when.tags"));
        assertEquals("V-[0-9]+", rule.getString("when.regex"));
        assertEquals(List.of("email"), rule.getList("when.channels"));
        assertEquals(Map.of("company", "Acme"), rule.getMap("when.contact"));
        assertEquals(List.of(team), rule.getList("when.teamIds"));
        assertEquals(Map.of("calendarId", calendar, "side", "outside"), rule.getMap("when.hours"));
        assertEquals("urgent", rule.getString("then.createTicket.priority"));
        assertEquals(agent, rule.getString("then.createTicket.assigneeId"));
        assertEquals(List.of("a", "b"), rule.getList("then.createTicket.tags"));
        assertEquals(Map.of("plan", "gold"), rule.getMap("then.createTicket.customFields"));
        assertNull(rule.get("then.changeTicket"));
        assertEquals(0, rule.getInt("counters.matched"));
        assertNull(rule.get("counters.lastMatchedAt"));
        assertEquals(List.of(), rule.getList("errors"));
        assertEquals(1, rule.getInt("version"));
    }

    @Test
    void rules_are_listed_in_their_order_page_by_page() {
        String last = automation.rule(MINIMAL.replace("\"name\"", "\"position\":5,\"name\""));
        String first = automation.rule(MINIMAL.replace("\"name\"", "\"position\":0,\"name\""));
        String second = automation.rule(MINIMAL.replace("\"name\"", "\"position\":0,\"name\""));
        String behind = automation.rule(MINIMAL);
        assertEquals(6, automation.read(behind).getInt("position"));
        JsonPath page = desk.as(Roles.VIEWER).get(RULES + "?limit=3").jsonPath();
        assertEquals(List.of(first, second, last), page.getList("items.id"));
        JsonPath next = desk.as(Roles.VIEWER)
                .queryParam("cursor", page.getString("nextCursor"))
                .get(RULES)
                .jsonPath();
        assertEquals(List.of(behind), next.getList("items.id"));
        assertNull(next.get("nextCursor"));
    }

    @Test
    void a_merge_patch_changes_what_it_names() {
        String id = automation.rule("""
                {"name": "x", "trigger": "tag_added", "when": {"tags": ["a"], "keywords": ["k"], "contact": {"a": "1", "b": "2"}},
                 "then": {"createTicket": {"title": "x"}}}""");
        JsonPath changed = automation.patch(
                id, "{\"enabled\": false, \"when\": {\"keywords\": null, \"contact\": {\"a\": null, \"c\": \"3\"}}}");
        assertEquals(2, changed.getInt("version"));
        assertEquals(false, changed.getBoolean("enabled"));
        assertEquals(List.of("a"), changed.getList("when.tags"));
        assertEquals(List.of(), changed.getList("when.keywords"));
        assertEquals(Map.of("b", "2", "c", "3"), changed.getMap("when.contact"));
        assertEquals("x", changed.getString("then.createTicket.title"));
        assertEquals(2, automation.patch(id, "{\"name\": \"x\"}").getInt("version"));
        JsonPath another =
                automation.patch(id, "{\"then\": {\"createTicket\": null, \"changeTicket\": {\"priority\": \"low\"}}}");
        assertNull(another.get("then.createTicket"));
        assertEquals("low", another.getString("then.changeTicket.priority"));
    }

    @Test
    void a_patch_is_read_as_strictly_as_a_new_rule() {
        String id = automation.rule(MINIMAL);
        for (Map.Entry<String, String> wrong : Map.of(
                        "{\"when\":{\"channels\":[\"pigeon\"]}}", "/when/channels/0",
                        "{\"nope\":1}", "/nope",
                        "{\"position\":\"1\"}", "/position",
                        "{\"when\":{\"tags\":[null]}}", "/when/tags")
                .entrySet()) {
            desk.as(Roles.LEAD)
                    .body(wrong.getKey())
                    .patch(RULES + "/" + id)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", startsWith(wrong.getValue()));
        }
        desk.as(Roles.LEAD)
                .body("{\"trigger\":null}")
                .patch(RULES + "/" + id)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/trigger"));
        desk.as(Roles.LEAD)
                .header("If-Match", "\"9\"")
                .body("{\"name\":\"y\"}")
                .patch(RULES + "/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void what_would_fail_later_is_refused_now() {
        desk.field("plan", "single_select", "gold");
        String nobody = UUID.randomUUID().toString();
        refusedThen("{\"createTicket\":{\"title\":\"x\",\"teamId\":\"%1$s\",\"assigneeId\":\"%1$s\",".formatted(nobody)
                        + "\"customFields\":{\"nope\":1,\"plan\":\"tin\"}}}")
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/then/createTicket/teamId",
                                "/then/createTicket/assigneeId",
                                "/then/createTicket/customFields/nope",
                                "/then/createTicket/customFields/plan"));
        refusedThen("{\"changeTicket\":{\"customFields\":{\"nope\":1}}}")
                .body("errors.pointer", hasItem("/then/changeTicket/customFields/nope"));
        refusedThen("{\"createTicket\":{\"title\":\"{who}\"}}")
                .body("errors[0].pointer", equalTo("/then/createTicket/title"));
        refusedThen("{\"createTicket\":{\"title\":\"x\"},\"changeTicket\":{\"priority\":\"low\"}}")
                .body("errors[0].pointer", equalTo("/then"));
        refusedThen("{}").body("errors[0].pointer", equalTo("/then"));
        for (String regex : List.of("(", "a)(b", "(a{200}){200}", "", "x".repeat(201))) {
            refused(MINIMAL.replace("\"then\"", "\"when\":{\"regex\":\"" + regex + "\"},\"then\""))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/when/regex"));
        }
        refused(MINIMAL.replace("\"then\"", "\"when\":{\"teamIds\":[\"" + nobody + "\"]},\"then\""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/when/teamIds/0"));
        refused(MINIMAL.replace("\"then\"", "\"when\":{\"hours\":{\"side\":\"inside\"}},\"then\""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/when/hours/calendarId"));
    }

    @Test
    void a_new_ticket_needs_what_the_workspace_requires() {
        desk.made("custom-fields", "{\"key\":\"plan\",\"label\":\"x\",\"type\":\"text\",\"required\":true}");
        refusedThen("{\"createTicket\":{\"title\":\"x\"}}")
                .body("errors[0].pointer", equalTo("/then/createTicket/customFields/plan"));
        automation.changing("tag_added", "{}", "{\"priority\":\"low\"}");
    }

    @Test
    void a_rule_that_names_a_team_that_is_gone_can_be_turned_off_but_not_on() {
        String team = desk.team();
        String id = automation.changing("tag_added", "{}", "{\"teamId\":\"" + team + "\"}");
        desk.as(Roles.ADMIN).delete("/api/v1/teams/" + team).then().statusCode(204);
        automation.patch(id, "{\"enabled\":false,\"position\":9}");
        desk.as(Roles.LEAD)
                .body("{\"enabled\":true}")
                .patch(RULES + "/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/then/changeTicket/teamId"));
    }

    @Test
    void changes_of_rules_are_told() {
        try (Watch watch = Events.watch(Topics.WORKSPACE)) {
            String id = automation.rule(MINIMAL);
            automation.patch(id, "{\"position\": 3}");
            desk.as(Roles.LEAD).delete(RULES + "/" + id).then().statusCode(204);
            desk.as(Roles.VIEWER).get(RULES + "/" + id).then().statusCode(404);
            Predicate<SeenEvent> ofRule = event -> event.workspace().equals(desk.workspace)
                    && event.data() instanceof WorkspaceEvent.SettingChanged changed
                    && changed.kind().equals("rule");
            List<WorkspaceEvent.SettingChanged> told = watch.await(3, ofRule).stream()
                    .map(event -> (WorkspaceEvent.SettingChanged) event.data())
                    .toList();
            assertNull(told.get(0).before());
            Map<String, Object> made = Objects.requireNonNull(told.get(0).after());
            assertEquals("tag_added", made.get("trigger"));
            assertEquals(0, made.get("position"));
            Map<String, Object> moved = Objects.requireNonNull(told.get(1).after());
            assertEquals(3, moved.get("position"));
            assertEquals(moved, told.get(2).before());
            assertNull(told.get(2).after());
            assertEquals(
                    List.of(id, id, id),
                    told.stream().map(WorkspaceEvent.SettingChanged::settingId).toList());
        }
    }

    @Test
    void only_leads_keep_rules() {
        String id = automation.rule(MINIMAL);
        desk.as(Roles.AGENT).body(MINIMAL).post(RULES).then().statusCode(403);
        desk.as(Roles.AGENT)
                .body("{\"name\":\"y\"}")
                .patch(RULES + "/" + id)
                .then()
                .statusCode(403);
        desk.as(Roles.AGENT).delete(RULES + "/" + id).then().statusCode(403);
        desk.as(Roles.VIEWER)
                .body("{}")
                .post(RULES + "/" + id + "/dry-run")
                .then()
                .statusCode(403);
        desk.as(Roles.AGENT)
                .body("{}")
                .post(RULES + "/" + id + "/dry-run")
                .then()
                .statusCode(200);
    }

    @Test
    void a_workspace_has_at_most_two_hundred_rules() {
        for (int i = 0; i < KeepRules.MOST_RULES; i++) {
            automation.rule(MINIMAL);
        }
        refused(MINIMAL).statusCode(409).body("type", equalTo("https://omniflow.io/problems/too-many-rules"));
    }
}
