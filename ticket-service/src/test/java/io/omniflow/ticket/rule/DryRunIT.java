package io.omniflow.ticket.rule;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.testing.Backing;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a rule would do. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class DryRunIT {
    private final Automation automation = new Automation();
    private final Desk desk = automation.desk;

    private String conversation(String subject, String body) {
        return automation.open(
                "{\"channel\":\"chat\",\"subject\":\"%s\",\"message\":{\"author\":\"contact\",\"body\":\"%s\"}}"
                        .formatted(subject, body));
    }

    private static Map<String, String> outcomes(JsonPath tried) {
        Map<String, String> outcomes = new HashMap<>();
        List<String> ids = tried.getList("items.conversationId");
        for (int i = 0; i < ids.size(); i++) {
            outcomes.put(ids.get(i), tried.getString("items[" + i + "].outcome"));
        }
        return outcomes;
    }

    @Test
    void it_shows_what_would_match_and_why_and_writes_nothing() {
        String other = conversation("Hello", "Nothing to see");
        String match = conversation("Order", "I want a refund");
        String taken = conversation("Refund", "now");
        automation.convert(taken);
        String silent = automation.open("{\"channel\":\"chat\",\"subject\":\"refund\"}");
        String rule = automation.rule("""
                {"name": "x", "enabled": false, "trigger": "message_received",
                 "when": {"keywords": ["refund"], "channels": ["chat"]}, "then": {"createTicket": {"title": "x"}}}""");
        long facts = desk.rows("timeline");
        JsonPath tried = automation.dryRun(rule, "{\"last\":\"P1D\"}");
        assertEquals(Map.of(other, "not_matched", match, "creates", taken, "has_ticket"), outcomes(tried));
        assertEquals(List.of(taken, match, other), tried.getList("items.conversationId"));
        assertTrue(!tried.getList("items.conversationId").contains(silent));
        assertEquals(3, tried.getInt("judged"));
        assertEquals(2, tried.getInt("matched"));
        assertEquals(1, tried.getInt("wouldCreate"));
        assertEquals(0, tried.getInt("wouldChange"));
        assertEquals("keywords", tried.getString("items[2].conditions[0].condition"));
        assertEquals(false, tried.getBoolean("items[2].conditions[0].met"));
        assertEquals(true, tried.getBoolean("items[2].conditions[1].met"));
        assertEquals("says refund", tried.getString("items[1].conditions[0].detail"));
        assertEquals(1, desk.rows("ticket"));
        assertEquals(facts, desk.rows("timeline"));
        assertEquals(0, desk.rows("rule_ticket"));
        assertEquals(0, desk.rows("rule_work"));
        assertEquals(0, automation.read(rule).getInt("counters.matched"));
    }

    @Test
    void tags_count_as_added_and_tickets_as_changed() {
        String tagged = automation.open("{\"channel\":\"email\",\"tags\":[\"vip\"]}");
        String linked = automation.open("{\"channel\":\"email\",\"tags\":[\"vip\"]}");
        automation.convert(linked);
        automation.open("{\"channel\":\"email\"}");
        String rule = automation.changing("tag_added", "{\"tags\":[\"vip\"]}", "{\"priority\":\"urgent\"}");
        JsonPath tried = automation.dryRun(rule, "{}");
        assertEquals(Map.of(tagged, "no_ticket", linked, "changes"), outcomes(tried));
        assertEquals(1, tried.getInt("wouldChange"));
        assertEquals(1, automation.dryRun(rule, "{\"limit\":1}").getInt("judged"));
    }

    @Test
    void a_conversation_a_rule_has_made_a_ticket_of_gets_no_other() {
        String rule = automation.creating("message_received", "{}");
        String conversation = conversation("x", "y");
        String ticket = automation.awaitTicketOf(conversation).getString("id");
        desk.anna()
                .delete(Desk.TICKETS + "/" + ticket + "/conversations/" + conversation)
                .then()
                .statusCode(200);
        assertEquals(Map.of(conversation, "made_before"), outcomes(automation.dryRun(rule, "{}")));
    }

    @Test
    void its_bounds_are_refused_when_broken() {
        String rule = automation.creating("message_received", "{}");
        desk.anna()
                .body("{\"last\":\"PT0S\",\"limit\":501}")
                .post(Automation.RULES + "/" + rule + "/dry-run")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/last", "/limit"));
    }
}
