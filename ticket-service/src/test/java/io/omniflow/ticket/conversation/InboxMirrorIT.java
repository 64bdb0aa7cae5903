package io.omniflow.ticket.conversation;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.contract.ConversationEvent;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the Unified Inbox tells by Kafka. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class InboxMirrorIT {
    private final Desk desk = new Desk();
    private final Threads threads = new Threads(desk);
    private final UUID id = UUID.randomUUID();

    private void awaitMessages(UUID conversation, String... newestFirst) {
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertEquals(
                        List.of(newestFirst),
                        desk.as("viewer")
                                .get(Threads.CONVERSATIONS + "/" + conversation + "/messages")
                                .jsonPath()
                                .getList("items.body")));
    }

    @Test
    void an_opened_conversation_and_its_messages_are_mirrored_once() {
        OutboundEvent opened = threads.opened(id, "wa-1", "Billing");
        OutboundEvent one = threads.received(id, UUID.randomUUID(), "one");
        OutboundEvent two = threads.sent(id, UUID.randomUUID(), null, "two");
        Events.publish(opened, one, one, two, opened);
        UUID again = ((ConversationEvent.MessageReceived) one.data()).messageId();
        Events.publish(threads.received(id, again, "one under another event"));
        Events.publish(threads.received(id, UUID.randomUUID(), "three"));
        awaitMessages(id, "three", "two", "one");
        JsonPath conversation = threads.read(id.toString());
        assertEquals("whatsapp", conversation.getString("channel"));
        assertEquals("Order 1009", conversation.getString("subject"));
        assertEquals("wa-1", conversation.getString("externalId"));
        assertEquals(List.of("billing"), conversation.getList("tags"));
        assertEquals("open", conversation.getString("state"));
        assertEquals(4, conversation.getInt("version"));
        assertNotNull(conversation.getString("contactId"));
        JsonPath messages = threads.messages(id.toString());
        assertEquals(List.of("contact", "agent", "contact"), messages.getList("items.author"));
        assertEquals(Threads.AGENT.toString(), messages.getString("items[1].authorId"));
        assertEquals(conversation.getString("contactId"), messages.getString("items[0].authorId"));
    }

    @Test
    void a_message_of_a_conversation_nobody_opened_waits_for_its_opening() {
        Events.publish(threads.received(id, UUID.randomUUID(), "early"));
        awaitMessages(id, "early");
        JsonPath stub = threads.read(id.toString());
        assertNull(stub.getString("channel"));
        Events.publish(threads.opened(id, "wa-2"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertEquals("whatsapp", threads.read(id.toString()).getString("channel")));
        awaitMessages(id, "early");
        assertEquals("Order 1009", threads.read(id.toString()).getString("subject"));
    }

    @Test
    void tags_and_closing_are_mirrored_and_a_customer_opens_it_again() {
        Events.publish(
                threads.opened(id, null, "a"),
                threads.told(
                        new ConversationEvent.TagsChanged(id, List.of("a"), List.of("b", "C")),
                        "agent:x",
                        Instant.now()),
                threads.told(new ConversationEvent.Closed(id), "agent:x", Instant.now()));
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertEquals(
                        "closed",
                        desk.as("viewer")
                                .get(Threads.CONVERSATIONS + "/" + id)
                                .jsonPath()
                                .getString("state")));
        assertEquals(List.of("b", "c"), threads.read(id.toString()).getList("tags"));
        Events.publish(threads.received(id, UUID.randomUUID(), "one more thing"));
        awaitMessages(id, "one more thing");
        assertEquals("open", threads.read(id.toString()).getString("state"));
    }

    @Test
    void a_second_conversation_with_the_same_external_id_is_kept_as_well() {
        UUID other = UUID.randomUUID();
        Events.publish(threads.opened(id, "same"));
        Events.publish(threads.received(id, UUID.randomUUID(), "x"));
        awaitMessages(id, "x");
        Events.publish(threads.opened(other, "same"), threads.received(other, UUID.randomUUID(), "y"));
        awaitMessages(other, "y");
        assertEquals(2, desk.rows("conversation"));
        assertEquals(1, desk.rows("conversation_external_id"));
    }

    @Test
    void a_text_the_database_cannot_keep_is_mended_and_not_lost() {
        Events.publish(threads.received(id, UUID.randomUUID(), "a\0b"));
        awaitMessages(id, "a\ufffdb");
    }

    @Test
    void a_conversation_belongs_to_the_workspace_it_was_told_in() {
        Events.publish(threads.received(id, UUID.randomUUID(), "ours"));
        awaitMessages(id, "ours");
        Desk stranger = new Desk();
        stranger.as("admin").get(Threads.CONVERSATIONS + "/" + id).then().statusCode(404);
        Threads theirs = new Threads(stranger);
        Events.publish(theirs.received(id, UUID.randomUUID(), "theirs"));
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertEquals(
                        List.of("theirs"),
                        stranger.as("viewer")
                                .get(Threads.CONVERSATIONS + "/" + id + "/messages")
                                .jsonPath()
                                .getList("items.body")));
        awaitMessages(id, "ours");
    }
}
