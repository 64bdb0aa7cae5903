package io.omniflow.ticket.conversation;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.contract.ConversationEvent;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a message does to the ticket its conversation is linked to. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class MessagesOfTicketIT {
    private final Desk desk = new Desk();
    private final Threads threads = new Threads(desk);

    private void set(String ticket, String status) {
        desk.change(ticket, "{\"status\":\"" + status + "\"}");
    }

    private String statusAfterMessage(String status) {
        String conversation = threads.open();
        String ticket = threads.convert(conversation);
        set(ticket, status);
        threads.say(conversation, "contact", "Hello?");
        assertEquals(
                "customer_message_received",
                desk.kinds(ticket).stream()
                        .filter(kind -> kind.equals("customer_message_received"))
                        .findFirst()
                        .orElseThrow());
        return desk.ticket(ticket).getString("status");
    }

    @Test
    void a_customers_message_reopens_what_waits_or_is_resolved_as_one_change() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            UUID conversation = UUID.fromString(threads.open());
            String ticket = threads.convert(conversation.toString());
            set(ticket, "waiting");
            OutboundEvent told = threads.told(
                    new ConversationEvent.MessageReceived(conversation, UUID.randomUUID(), null, "Still there?"),
                    "customer:x",
                    Instant.parse("2026-11-01T10:00:00.123Z"));
            Events.publish(told);
            List<SeenEvent> facts = watch.await(
                    2, event -> event.header("ce_causationid").equals(told.id().toString()));
            TicketEvent.CustomerMessageReceived received =
                    (TicketEvent.CustomerMessageReceived) facts.getFirst().data();
            assertEquals(conversation, received.conversationId());
            assertEquals(Instant.parse("2026-11-01T10:00:00.123Z"), received.claimedAt());
            assertEquals("Still there?", received.body());
            TicketEvent.StatusChanged reopened =
                    (TicketEvent.StatusChanged) facts.getLast().data();
            assertEquals(TicketStatus.WAITING, reopened.before());
            assertEquals(TicketStatus.OPEN, reopened.after());
            assertEquals(facts.getFirst().header("ce_changeid"), facts.getLast().header("ce_changeid"));
            assertEquals("false", facts.getFirst().header("ce_changelast"));
            assertEquals("customer:unknown", facts.getLast().header("ce_actor"));
            assertEquals(4, facts.getLast().sequence());
        }
        assertEquals("open", statusAfterMessage("resolved"));
    }

    @Test
    void a_customers_message_leaves_every_other_status_as_it_is() {
        assertEquals("open", statusAfterMessage("open"));
        assertEquals("in_progress", statusAfterMessage("in_progress"));
        assertEquals("closed", statusAfterMessage("closed"));
    }

    @Test
    void a_workspace_may_switch_reopening_off_for_each() {
        desk.as("admin")
                .body("{\"reopenWaiting\":false,\"reopenResolved\":true}")
                .put("/api/v1/workspaces/current/settings")
                .then()
                .statusCode(200);
        assertEquals("waiting", statusAfterMessage("waiting"));
        assertEquals("open", statusAfterMessage("resolved"));
        desk.as("admin")
                .body("{\"reopenWaiting\":true,\"reopenResolved\":false}")
                .put("/api/v1/workspaces/current/settings")
                .then()
                .statusCode(200);
        assertEquals("open", statusAfterMessage("waiting"));
        assertEquals("resolved", statusAfterMessage("resolved"));
    }

    @Test
    void an_agents_message_is_an_answer_and_that_of_an_automation_is_none() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            UUID conversation = UUID.fromString(threads.open());
            String ticket = threads.convert(conversation.toString());
            Events.publish(threads.told(
                    new ConversationEvent.MessageSent(conversation, UUID.randomUUID(), null, null, "We are closed"),
                    "automation:hours",
                    Instant.now()));
            UUID foreign = UUID.randomUUID();
            OutboundEvent answer = threads.sent(conversation, UUID.randomUUID(), foreign, "On it");
            Events.publish(answer);
            SeenEvent fact = watch.await(
                    event -> event.header("ce_causationid").equals(answer.id().toString()));
            TicketEvent.AgentReplied replied = (TicketEvent.AgentReplied) fact.data();
            assertEquals(conversation, replied.conversationId());
            assertEquals("On it", replied.body());
            assertEquals("agent:" + Threads.AGENT, fact.header("ce_actor"));
            assertEquals(List.of("created", "agent_replied"), desk.kinds(ticket));
            assertEquals(
                    desk.ticket(ticket).getString("updatedAt"),
                    desk.ticket(ticket).getString("firstRespondedAt"));
            assertEquals(
                    List.of("agent", "automation"),
                    threads.messages(conversation.toString()).getList("items.author"));
        }
    }

    @Test
    void a_message_goes_to_the_ticket_its_conversation_is_linked_to_now() {
        String conversation = threads.open();
        String first = threads.convert(conversation);
        String second = desk.open("{\"title\":\"second\"}");
        desk.anna()
                .delete(TICKETS + "/" + first + "/conversations/" + conversation)
                .then()
                .statusCode(200);
        threads.say(conversation, "contact", "to nobody");
        desk.anna()
                .put(TICKETS + "/" + second + "/conversations/" + conversation)
                .then()
                .statusCode(200);
        threads.say(conversation, "contact", "to the second");
        assertEquals(List.of("created", "conversation_unlinked"), desk.kinds(first));
        assertEquals(List.of("created", "conversation_linked", "customer_message_received"), desk.kinds(second));
        assertEquals(second, threads.read(conversation).getString("ticketId"));
    }

    @Test
    void a_ticket_spans_several_channels_and_hears_them_all() {
        String mail = threads.open();
        String chat = threads.open("{\"channel\":\"chat\",\"subject\":\"same thing\"}");
        String ticket = threads.convert(mail);
        desk.anna()
                .put(TICKETS + "/" + ticket + "/conversations/" + chat)
                .then()
                .statusCode(200);
        threads.say(mail, "contact", "by mail");
        threads.say(chat, "agent", "by chat");
        assertEquals(
                List.of("created", "conversation_linked", "customer_message_received", "agent_replied"),
                desk.kinds(ticket));
        assertEquals(
                List.of(mail, chat),
                desk.timeline(ticket).subList(2, 4).stream()
                        .map(entry -> entry.getString("data.conversationId"))
                        .toList());
    }

    @Test
    void a_conversation_the_mirror_does_not_know_yet_may_be_linked() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            UUID unknown = UUID.randomUUID();
            String ticket = desk.open("{\"title\":\"x\",\"conversationIds\":[\"" + unknown + "\"]}");
            OutboundEvent message = threads.received(unknown, UUID.randomUUID(), "first word");
            Events.publish(message);
            watch.await(
                    event -> event.header("ce_causationid").equals(message.id().toString()));
            assertEquals(List.of("created", "customer_message_received"), desk.kinds(ticket));
            assertNull(threads.read(unknown.toString()).getString("channel"));
        }
    }

    @Test
    void a_text_too_long_for_an_event_is_cut_in_the_fact_and_whole_in_the_message() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            UUID conversation = UUID.fromString(threads.open());
            String ticket = threads.convert(conversation.toString());
            String longest = "\u20ac".repeat(60_000);
            OutboundEvent message = threads.received(conversation, UUID.randomUUID(), longest);
            Events.publish(message);
            SeenEvent fact = watch.await(
                    event -> event.header("ce_causationid").equals(message.id().toString()));
            String told = ((TicketEvent.CustomerMessageReceived) fact.data()).body();
            assertNotNull(told);
            assertEquals(true, longest.startsWith(told) && told.length() > 10_000 && told.length() < 22_000);
            assertEquals(longest, threads.messages(conversation.toString()).getString("items[0].body"));
            assertEquals(2, desk.ticket(ticket).getInt("version"));
        }
    }

    /** The moment between looking the link up and locking its ticket, held open by a merge as it writes. */
    @Test
    void a_message_follows_its_conversation_into_the_ticket_it_is_merged_into_just_now() throws Exception {
        String conversation = threads.open();
        String source = threads.convert(conversation);
        String destination = desk.open("{\"title\":\"destination\"}");
        try (Connection merge = Databases.owner();
                ExecutorService callers = Executors.newSingleThreadExecutor()) {
            merge.setAutoCommit(false);
            run(merge, "select 1 from ticket where workspace_id = ? and id = ? for update", source);
            Future<JsonPath> said = callers.submit(() -> threads.say(conversation, "contact", "Hello?"));
            await().atMost(Duration.ofSeconds(20)).until(() -> isWaitedFor(merge));
            run(
                    merge,
                    "update ticket set merged_into = '" + destination
                            + "', status = 'closed', conversation_ids = '{}' where workspace_id = ? and id = ?",
                    source);
            run(
                    merge,
                    "update ticket set conversation_ids = array['" + conversation
                            + "'::uuid] where workspace_id = ? and id = ?",
                    destination);
            run(
                    merge,
                    "update conversation_link set ticket_id = '" + destination
                            + "' where workspace_id = ? and conversation_id = ?",
                    conversation);
            merge.commit();
            assertEquals("Hello?", said.get().getString("body"));
        }
        assertEquals(List.of("created"), desk.kinds(source));
        assertEquals(List.of("created", "customer_message_received"), desk.kinds(destination));
    }

    private void run(Connection database, String sql, String id) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setObject(1, desk.workspace);
            statement.setObject(2, UUID.fromString(id));
            statement.execute();
        }
    }

    private static boolean isWaitedFor(Connection holder) throws SQLException {
        try (Statement own = holder.createStatement();
                ResultSet waiting = own.executeQuery("select count(*) from pg_stat_activity"
                        + " where pg_backend_pid() = any(pg_blocking_pids(pid))")) {
            return waiting.next() && waiting.getInt(1) > 0;
        }
    }
}
