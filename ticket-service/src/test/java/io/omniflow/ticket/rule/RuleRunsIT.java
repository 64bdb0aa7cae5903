package io.omniflow.ticket.rule;

import static io.omniflow.ticket.rule.Automation.CONVERSATIONS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.kit.identity.Roles;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Events;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What rules make of conversations. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class RuleRunsIT {
    private final Automation automation = new Automation();
    private final Desk desk = automation.desk;

    @Test
    void an_opened_conversation_becomes_a_ticket_by_rest() {
        String rule = automation.creating("conversation_opened", "{\"keywords\":[\"declined\"]}");
        String conversation = automation.open("""
                {"channel": "email", "subject": "Payment declined", "tags": ["shop"],
                 "contact": {"name": "Dana", "email": "dana@acme.example"},
                 "message": {"author": "contact", "body": "Why?"}}""");
        JsonPath ticket = automation.awaitTicketOf(conversation);
        assertEquals("Made: Payment declined", ticket.getString("title"));
        assertEquals("automation", ticket.getString("source"));
        assertEquals("high", ticket.getString("priority"));
        assertEquals(List.of("made", "shop"), ticket.getList("tags"));
        assertEquals(List.of(conversation), ticket.getList("conversationIds"));
        assertEquals(1, ticket.getList("contactIds").size());
        assertEquals(
                "automation:" + rule,
                desk.timeline(ticket.getString("id")).getFirst().getString("actor"));
        automation.awaitCounter(rule, "created", 1);
        assertNotNull(automation.read(rule).getString("counters.lastMatchedAt"));
    }

    @Test
    void what_the_inbox_tells_by_kafka_starts_each_trigger() {
        String opened = automation.creating("conversation_opened", "{\"channels\":[\"whatsapp\"],\"tags\":[\"one\"]}");
        String received = automation.creating("message_received", "{\"regex\":\"V-[0-9]+\"}");
        String tagged = automation.creating("tag_added", "{\"tags\":[\"three\"],\"languages\":[\"de\"]}");
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        UUID three = UUID.randomUUID();
        Events.publish(
                automation.opened(one, "one"),
                automation.opened(two, "two"),
                automation.opened(three),
                automation.received(two, "see V-12 please"),
                automation.received(three, "hello"),
                automation.retagged(three, List.of(), List.of("three")));
        for (String[] made :
                new String[][] {{opened, one.toString()}, {received, two.toString()}, {tagged, three.toString()}}) {
            String ticket = automation.awaitTicketOf(made[1]).getString("id");
            assertEquals(
                    "automation:" + made[0], desk.timeline(ticket).getFirst().getString("actor"));
        }
    }

    @Test
    void a_message_and_a_tag_by_rest_start_rules() {
        automation.creating("message_received", "{\"keywords\":[\"refund\"]}");
        automation.creating("tag_added", "{\"tags\":[\"vip\"]}");
        String one = automation.open();
        automation.say(one, "no");
        automation.say(one, "A refund, please");
        automation.awaitTicketOf(one);
        String two = automation.open();
        automation.tag(two, "other");
        automation.tag(two, "vip");
        automation.awaitTicketOf(two);
    }

    @Test
    void a_tag_of_the_ticket_starts_rules_that_change_it() {
        String team = desk.team();
        String agent = desk.agent();
        desk.field("plan", "text");
        String rule = automation.changing("tag_added", "{\"tags\":[\"vip\"]}", """
                {"teamId": "%s", "assigneeId": "%s", "priority": "urgent", "status": "in_progress", "addTags": ["watched"],
                 "removeTags": ["slow"], "customFields": {"plan": "gold"}}""".formatted(team, agent));
        String conversation = automation.open();
        String ticket = automation.convert(conversation);
        desk.change(ticket, "{\"tags\":[\"slow\"]}");
        desk.anna().put(Desk.TICKETS + "/" + ticket + "/tags/vip").then().statusCode(200);
        automation.awaitCounter(rule, "changed", 1);
        JsonPath changed = desk.ticket(ticket);
        assertEquals(team, changed.getString("teamId"));
        assertEquals(agent, changed.getString("assigneeId"));
        assertEquals("urgent", changed.getString("priority"));
        assertEquals("in_progress", changed.getString("status"));
        assertEquals(List.of("vip", "watched"), changed.getList("tags"));
        assertEquals("gold", changed.getString("customFields.plan"));
        // an automation is no agent: nobody has responded
        assertNull(changed.get("firstRespondedAt"));
    }

    @Test
    void without_a_rule_nothing_is_queued() {
        automation.creating("tag_added", "{}");
        String off = automation.creating("message_received", "{}");
        automation.patch(off, "{\"enabled\":false}");
        String conversation = automation.open();
        automation.say(conversation, "hello");
        assertEquals(0, desk.rows("rule_work"));
        assertEquals(0, automation.read(off).getInt("counters.matched"));
        assertEquals(List.of(), automation.ticketsOf(conversation).getList("items"));
    }

    @Test
    void twenty_messages_at_once_make_one_ticket() throws Exception {
        String rule = automation.creating("message_received", "{}");
        String conversation = automation.open();
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            List<Future<?>> said = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                int number = i;
                said.add(callers.submit(() -> automation.say(conversation, "message " + number)));
            }
            for (Future<?> one : said) {
                one.get();
            }
        }
        automation.awaitTicketOf(conversation);
        automation.awaitQuiet();
        assertEquals(1, automation.ticketsOf(conversation).getList("items").size());
        JsonPath counters = automation.read(rule).setRootPath("counters");
        assertEquals(20, counters.getInt("matched"));
        assertEquals(1, counters.getInt("created"));
        assertEquals(19, counters.getInt("skipped"));
        assertEquals(19, counters.getInt("skippedBecause.has_ticket"));
    }

    @Test
    void a_rule_makes_one_ticket_of_a_conversation_though_the_link_is_gone() {
        String rule = automation.creating("message_received", "{}");
        String conversation = automation.open();
        automation.say(conversation, "one");
        String ticket = automation.awaitTicketOf(conversation).getString("id");
        desk.anna()
                .delete(Desk.TICKETS + "/" + ticket + "/conversations/" + conversation)
                .then()
                .statusCode(200);
        automation.say(conversation, "two");
        automation.awaitCounter(rule, "skippedBecause.made_before", 1);
        assertEquals(1, desk.rows("ticket"));
    }

    @Test
    void rules_run_in_their_order_and_see_what_those_before_did() {
        String second = automation.creating("message_received", "{}");
        String first = automation.rule("""
                {"name": "first", "position": 0, "trigger": "message_received",
                 "then": {"createTicket": {"title": "By the first"}}}""");
        automation.patch(second, "{\"position\": 1}");
        String third = automation.rule("""
                {"name": "third", "position": 2, "trigger": "message_received",
                 "then": {"changeTicket": {"priority": "low", "addTags": ["third"]}}}""");
        String conversation = automation.open();
        automation.say(conversation, "hello");
        JsonPath ticket = automation.awaitTicketOf(conversation);
        assertEquals("By the first", ticket.getString("title"));
        assertEquals("low", ticket.getString("priority"));
        assertEquals(List.of("third"), ticket.getList("tags"));
        assertEquals(1, automation.read(first).getInt("counters.created"));
        assertEquals(1, automation.read(second).getInt("counters.skippedBecause.has_ticket"));
        assertEquals(1, automation.read(third).getInt("counters.changed"));
    }

    @Test
    void a_rule_that_fails_says_so_and_the_others_still_run() {
        String agent = desk.agent();
        String failing = automation.rule("""
                {"name": "fails", "trigger": "message_received",
                 "then": {"createTicket": {"title": "x", "assigneeId": "%s"}}}""".formatted(agent));
        String working = automation.creating("message_received", "{}");
        desk.as(Roles.ADMIN)
                .body("{\"active\":false}")
                .patch("/api/v1/agents/" + agent)
                .then()
                .statusCode(200);
        String conversation = automation.open();
        automation.say(conversation, "hello");
        assertEquals(
                "Made: Payment declined", automation.awaitTicketOf(conversation).getString("title"));
        automation.awaitQuiet();
        JsonPath failed = automation.read(failing);
        assertEquals(1, failed.getInt("counters.failed"));
        assertEquals(1, failed.getInt("counters.matched"));
        assertEquals(conversation, failed.getString("errors[0].conversationId"));
        assertTrue(
                failed.getString("errors[0].problem").contains("/assigneeId is no active agent"),
                failed.getString("errors[0].problem"));
        assertEquals(1, automation.read(working).getInt("counters.created"));
        assertEquals(0, automation.read(working).getInt("counters.failed"));
    }

    @Test
    void errors_are_kept_to_the_last_ten() {
        String agent = desk.agent();
        String failing = automation.changing("message_received", "{}", "{\"assigneeId\":\"%s\"}".formatted(agent));
        desk.as(Roles.ADMIN)
                .body("{\"active\":false}")
                .patch("/api/v1/agents/" + agent)
                .then()
                .statusCode(200);
        String conversation = automation.open();
        automation.convert(conversation);
        for (int i = 0; i < 25; i++) {
            automation.say(conversation, "hello");
        }
        automation.awaitCounter(failing, "failed", 25);
        assertEquals(10, automation.read(failing).getList("errors").size());
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertEquals(10, desk.rows("rule_error"));
            assertTrue(desk.rows("rule_tally") <= 20, "the counter is summed up");
        });
        assertEquals(25, automation.read(failing).getInt("counters.failed"));
    }

    @Test
    void a_crash_amid_the_work_repeats_it_as_a_whole() throws SQLException {
        String rule = automation.creating("message_received", "{}");
        String conversation = automation.open();
        try (Connection database = Databases.owner()) {
            database.setAutoCommit(false);
            try (Statement lock = database.createStatement()) {
                // the worker stands still between the claim and the ticket
                lock.execute("lock table ticket_text in exclusive mode");
                automation.say(conversation, "hello");
                killTheWorkerOnceItWaits();
            }
            database.rollback();
        }
        automation.awaitTicketOf(conversation);
        automation.awaitQuiet();
        assertEquals(1, desk.rows("rule_ticket"));
        assertEquals(1, automation.read(rule).getInt("counters.created"));
        assertEquals(0, automation.read(rule).getInt("counters.failed"));
    }

    private static void killTheWorkerOnceItWaits() throws SQLException {
        // of its own role, which is the one whose queries it may see and end
        try (Connection other = Databases.runtime();
                Statement kill = other.createStatement()) {
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                try (ResultSet killed = kill.executeQuery("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where wait_event_type = 'Lock'"
                        + " and usename = current_user and datname = current_database()")) {
                    return killed.next();
                }
            });
        }
    }

    @Test
    void what_is_told_of_the_past_sets_off_nothing() {
        String rule = automation.creating("message_received", "{}");
        UUID conversation = UUID.randomUUID();
        Events.publish(
                automation.opened(conversation),
                Automation.ofThePast(automation.received(conversation, "then")),
                automation.received(conversation, "now"));
        assertEquals(
                "Made: Order 1009",
                automation.awaitTicketOf(conversation.toString()).getString("title"));
        automation.awaitQuiet();
        assertEquals(1, automation.read(rule).getInt("counters.matched"));
    }

    @Test
    void work_a_replica_left_behind_is_done() throws SQLException {
        automation.creating("message_received", "{}");
        String conversation = automation.open();
        leaveBehind(conversation, 0);
        automation.awaitTicketOf(conversation);
    }

    @Test
    void what_fails_again_and_again_is_given_up_and_told() throws SQLException {
        String rule = automation.creating("message_received", "{}");
        String conversation = automation.open();
        try (Connection database = Databases.owner()) {
            database.setAutoCommit(false);
            try (Statement lock = database.createStatement()) {
                lock.execute("lock table ticket_text in exclusive mode");
                leaveBehind(conversation, 9);
                killTheWorkerOnceItWaits();
            }
            database.rollback();
        }
        automation.awaitCounter(rule, "failed", 1);
        assertTrue(automation.read(rule).getString("errors[0].problem").startsWith("Given up after 10 attempts"));
        automation.awaitQuiet();
        assertEquals(0, desk.rows("ticket"));
    }

    private void leaveBehind(String conversation, int attempts) throws SQLException {
        try (Connection database = Databases.owner();
                var insert = database.prepareStatement(
                        "insert into rule_work (workspace_id, conversation_id, trigger, added_tags, at, correlation_id,"
                                + " behind, attempts) values (?, ?, 'message_received', '{}', now(), 'c', '{}', ?)")) {
            insert.setObject(1, desk.workspace);
            insert.setObject(2, UUID.fromString(conversation));
            insert.setInt(3, attempts);
            insert.executeUpdate();
        }
    }

    @Test
    void what_a_conversation_tells_is_looked_at_in_its_order() {
        automation.creating("message_received", "{\"keywords\":[\"one\"]}");
        String later = automation.changing("message_received", "{\"keywords\":[\"two\"]}", "{\"priority\":\"low\"}");
        List<UUID> conversations = Stream.generate(UUID::randomUUID).limit(20).toList();
        for (UUID conversation : conversations) {
            Events.publish(
                    automation.opened(conversation),
                    automation.received(conversation, "one"),
                    automation.received(conversation, "two"));
        }
        automation.awaitCounter(later, "matched", conversations.size());
        assertEquals(conversations.size(), automation.read(later).getInt("counters.changed"));
    }

    @Test
    void rules_of_another_workspace_have_no_say() {
        String rule = automation.creating("message_received", "{}");
        Automation other = new Automation();
        String theirs = other.creating("tag_added", "{}");
        String conversation = other.open();
        other.say(conversation, "hello");
        other.tag(conversation, "x");
        other.awaitTicketOf(conversation);
        assertEquals(1, other.read(theirs).getInt("counters.created"));
        assertEquals(0, automation.read(rule).getInt("counters.matched"));
        assertEquals(0, desk.rows("ticket"));
        desk.as(Roles.LEAD)
                .body("{}")
                .post(Automation.RULES + "/" + theirs + "/dry-run")
                .then()
                .statusCode(404);
        desk.as(Roles.VIEWER).get(CONVERSATIONS + "/" + conversation).then().statusCode(404);
    }
}
