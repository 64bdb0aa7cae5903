package io.omniflow.ticket.conversation.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.ticket.lifecycle.domain.NewTicket;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Source;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TicketDraftTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final UUID CONVERSATION = new UUID(0, 1);
    private static final UUID CONTACT = new UUID(0, 2);

    private static Conversation about(@Nullable String subject, String... tags) {
        return Conversation.stub(CONVERSATION, NOON)
                .after(
                        new ConversationFact.Opened(new Opening(
                                Channel.EMAIL,
                                subject,
                                CONTACT,
                                ContactCard.EMPTY,
                                null,
                                null,
                                null,
                                Tags.of(List.of(tags)))),
                        NOON);
    }

    private static TicketDraft draft(@Nullable String title, Tags tags, UUID... contacts) {
        return new TicketDraft(
                Optional.ofNullable(title),
                new NewTicket(
                        "-",
                        null,
                        Status.OPEN,
                        Priority.HIGH,
                        null,
                        null,
                        tags,
                        List.of(contacts),
                        List.of(),
                        Map.of(),
                        Source.API,
                        null));
    }

    private static String titleOf(@Nullable String subject, @Nullable String message) {
        return draft(null, Tags.NONE).from(about(subject), message).title();
    }

    @Test
    void the_title_is_the_callers_else_the_subject_else_the_first_words() {
        assertEquals(
                "Mine", draft("Mine", Tags.NONE).from(about("Theirs"), "Hello").title());
        assertEquals("Payment declined", titleOf(" Payment\r\n declined ", "Hello"));
        assertEquals("Hello", titleOf(null, "Hello"));
        assertEquals("Hello", titleOf(" \t", "Hello"));
        assertTrue(titleOf(null, null).length() > 3);
        assertTrue(titleOf("", " \n ").length() > 3);
    }

    @Test
    void first_words_end_within_eighty_characters_and_at_a_word() {
        String eighty = "a".repeat(39) + " " + "b".repeat(40);
        assertEquals(eighty, titleOf(null, eighty));
        assertEquals("a".repeat(39), titleOf(null, eighty + "b"));
        assertEquals(eighty, titleOf(null, eighty + " c"));
        assertEquals("x".repeat(80), titleOf(null, "x".repeat(200)));
        assertEquals("x".repeat(79), titleOf(null, "x".repeat(79) + "\uD83D\uDE00\uD83D\uDE00"));
        assertEquals(300, titleOf("y".repeat(4_000), null).length());
    }

    @Test
    void contact_tags_and_the_conversation_are_carried() {
        UUID other = new UUID(0, 3);
        NewTicket ticket =
                draft(null, Tags.of(List.of("vip")), other, CONTACT).from(about("x", "billing", "vip"), null);
        assertEquals(List.of("billing", "vip"), ticket.tags().values());
        assertEquals(List.of(CONTACT, other), ticket.contactIds());
        assertEquals(List.of(CONVERSATION), ticket.conversationIds());
        assertEquals(Source.CONVERSATION, ticket.source());
        assertEquals(Priority.HIGH, ticket.priority());
    }

    @Test
    void tags_a_ticket_cannot_have_are_left_behind() {
        String[] many = IntStream.range(0, 80).mapToObj(i -> "t" + (100 + i)).toArray(String[]::new);
        NewTicket ticket = draft(null, Tags.of(List.of("zzz"))).from(about("x", many), null);
        assertEquals(50, ticket.tags().values().size());
        assertTrue(ticket.tags().values().contains("zzz"));
        assertEquals(
                List.of("short"),
                draft(null, Tags.NONE)
                        .from(about("x", "short", "l".repeat(65)), null)
                        .tags()
                        .values());
    }
}
