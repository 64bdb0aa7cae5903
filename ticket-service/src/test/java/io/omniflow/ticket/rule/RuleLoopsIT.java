package io.omniflow.ticket.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules that set each other off. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class RuleLoopsIT {
    private final Automation automation = new Automation();
    private final Desk desk = automation.desk;

    private String ticket() {
        return automation.convert(automation.open());
    }

    private void tag(String ticket, String tag) {
        desk.anna().put(Desk.TICKETS + "/" + ticket + "/tags/" + tag).then().statusCode(200);
    }

    private void assertStopped(String rule, int times) {
        JsonPath read = automation.read(rule);
        assertEquals(times, read.getInt("counters.skippedBecause.looped"));
        assertTrue(read.getString("errors[0].problem").contains("stopped"), read.getString("errors[0].problem"));
    }

    @Test
    void a_rule_that_would_set_itself_off_stops_and_says_so() {
        String rule = automation.changing("tag_added", "{}", "{\"addTags\":[\"seen\"]}");
        String ticket = ticket();
        tag(ticket, "first");
        automation.awaitCounter(rule, "skipped", 1);
        automation.awaitQuiet();
        assertEquals(1, automation.read(rule).getInt("counters.changed"));
        assertStopped(rule, 1);
        assertEquals(List.of("first", "seen"), desk.ticket(ticket).getList("tags"));
    }

    @Test
    void two_rules_that_set_each_other_off_stop_after_one_round() {
        String ping = automation.changing(
                "tag_added", "{\"tags\":[\"ping\"]}", "{\"addTags\":[\"pong\"],\"removeTags\":[\"ping\"]}");
        String pong = automation.changing(
                "tag_added", "{\"tags\":[\"pong\"]}", "{\"addTags\":[\"ping\"],\"removeTags\":[\"pong\"]}");
        String ticket = ticket();
        tag(ticket, "ping");
        automation.awaitCounter(ping, "skipped", 1);
        automation.awaitQuiet();
        assertEquals(1, automation.read(ping).getInt("counters.changed"));
        assertEquals(1, automation.read(pong).getInt("counters.changed"));
        assertStopped(ping, 1);
        assertEquals(List.of("ping"), desk.ticket(ticket).getList("tags"));
    }

    @Test
    void what_a_rule_did_carries_the_correlation_of_what_began() {
        String rule = automation.changing("tag_added", "{\"tags\":[\"a\"]}", "{\"addTags\":[\"b\"]}");
        String next = automation.changing("tag_added", "{\"tags\":[\"b\"]}", "{\"priority\":\"urgent\"}");
        String ticket = ticket();
        desk.anna()
                .header("X-Correlation-Id", "it-began-here")
                .put(Desk.TICKETS + "/" + ticket + "/tags/a")
                .then()
                .statusCode(200);
        automation.awaitCounter(next, "changed", 1);
        List<JsonPath> facts = desk.timeline(ticket);
        assertEquals(
                List.of("automation:" + rule, "automation:" + next),
                facts.subList(facts.size() - 2, facts.size()).stream()
                        .map(fact -> fact.getString("actor"))
                        .toList());
        assertEquals(2, correlated(ticket));
    }

    /** Facts of automations under the correlation id; the timeline does not show it. */
    private static long correlated(String ticket) {
        try (var database = Databases.owner();
                var query = database.prepareStatement("select count(*) from timeline where ticket_id = ?"
                        + " and correlation_id = 'it-began-here' and actor like 'automation:%'")) {
            query.setObject(1, UUID.fromString(ticket));
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_same_may_begin_again() {
        String rule = automation.changing("tag_added", "{\"tags\":[\"vip\"]}", "{\"priority\":\"urgent\"}");
        String ticket = ticket();
        tag(ticket, "vip");
        automation.awaitCounter(rule, "changed", 1);
        desk.change(ticket, "{\"tags\":[],\"priority\":\"low\"}");
        tag(ticket, "vip");
        automation.awaitCounter(rule, "changed", 2);
    }
}
