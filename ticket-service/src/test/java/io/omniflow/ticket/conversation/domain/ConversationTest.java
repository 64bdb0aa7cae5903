package io.omniflow.ticket.conversation.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.lifecycle.domain.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final UUID ID = new UUID(0, 1);
    private static final UUID CONTACT = new UUID(0, 2);
    private static final ConversationFact OPENED = new ConversationFact.Opened(new Opening(
            Channel.CHAT, "Hi", CONTACT, ContactCard.EMPTY, "c-1", null, "en", Tags.of(List.of("billing"))));

    private static ConversationFact received(UUID contact) {
        return new ConversationFact.MessageReceived(new UUID(0, 9), contact, "Hello");
    }

    @Test
    void a_conversation_is_the_same_in_whatever_order_opening_and_message_come() {
        Conversation inOrder = Conversation.stub(ID, NOON).after(OPENED, NOON).after(received(CONTACT), LATER);
        Conversation reversed =
                Conversation.stub(ID, LATER).after(received(CONTACT), LATER).after(OPENED, NOON);
        assertEquals(inOrder, reversed);
        assertEquals(NOON, inOrder.openedAt());
        assertEquals(LATER, inOrder.lastMessageAt());
        assertEquals(2, inOrder.version());
    }

    @Test
    void what_was_told_before_the_opening_is_the_newer_word() {
        Conversation conversation = Conversation.stub(ID, LATER)
                .after(new ConversationFact.TagsChanged(Tags.NONE, Tags.of(List.of("refund"))), LATER)
                .after(new ConversationFact.Closed(), LATER)
                .after(OPENED, NOON);
        assertEquals(List.of("refund"), conversation.tags().values());
        assertEquals(Activity.CLOSED, conversation.activity());
        assertEquals(Channel.CHAT, conversation.channel());
    }

    @Test
    void what_tells_nothing_new_changes_nothing() {
        Conversation open = Conversation.stub(ID, NOON).after(OPENED, NOON);
        assertSame(open, open.after(OPENED, LATER));
        assertSame(open, open.after(new ConversationFact.TagsChanged(Tags.NONE, open.tags()), LATER));
        Conversation closed = open.after(new ConversationFact.Closed(), LATER);
        assertSame(closed, closed.after(new ConversationFact.Closed(), LATER));
    }

    @Test
    void only_a_contact_opens_it_again_and_an_older_message_is_not_the_last() {
        Conversation closed =
                Conversation.stub(ID, NOON).after(OPENED, NOON).after(new ConversationFact.Closed(), LATER);
        ConversationFact sent = new ConversationFact.MessageSent(new UUID(0, 8), Author.AGENT, null, null, "Bye");
        assertEquals(Activity.CLOSED, closed.after(sent, LATER).activity());
        assertEquals(Activity.OPEN, closed.after(received(CONTACT), LATER).activity());
        assertEquals(
                LATER, closed.after(sent, LATER).after(received(CONTACT), NOON).lastMessageAt());
    }

    @Test
    void a_message_reopens_from_the_named_statuses_and_never_from_closed() {
        Step.ReceiveMessage message = new Step.ReceiveMessage(ID, new UUID(0, 9), NOON, "Hello");
        assertEquals(List.of(message), new Reopening(Set.of(Status.WAITING)).steps(Tickets.open(), message));
        assertEquals(
                List.of(message, new Step.SetStatus(Status.OPEN)),
                new Reopening(Set.of(Status.OPEN)).steps(Tickets.open(), message));
        assertThrows(IllegalArgumentException.class, () -> new Reopening(Set.of(Status.CLOSED)));
    }
}
