package io.omniflow.ticket.conversation.domain;

import io.omniflow.ticket.lifecycle.domain.NewTicket;
import io.omniflow.ticket.lifecycle.domain.Source;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ticket to be made from a conversation: what the caller says goes first, what the conversation brings is added.
 *
 * @param title as the caller words it
 * @param wanted everything else the caller says; its title means nothing
 */
public record TicketDraft(Optional<String> title, NewTicket wanted) {
    private static final int LONGEST_TITLE = 300;
    /** Of the first message, where there is no subject. */
    private static final int LONGEST_WORDS = 80;

    /** @param firstMessage the text of the oldest message; null when there is none */
    public NewTicket from(Conversation conversation, @Nullable String firstMessage) {
        return new NewTicket(
                title.orElseGet(() -> titleOf(conversation.subject(), firstMessage)),
                wanted.description(),
                wanted.status(),
                wanted.priority(),
                wanted.assigneeId(),
                wanted.teamId(),
                carried(wanted.tags(), conversation.tags()),
                with(conversation.contactId(), wanted.contactIds()),
                with(conversation.id(), wanted.conversationIds()),
                wanted.customFields(),
                Source.CONVERSATION,
                null);
    }

    private static String titleOf(@Nullable String subject, @Nullable String firstMessage) {
        String said = cut(words(subject), LONGEST_TITLE);
        if (!said.isEmpty()) {
            return said;
        }
        String written = cut(words(firstMessage), LONGEST_WORDS);
        return written.isEmpty() ? "Conversation without words" : written;
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }

    /** At the end of a word where there is one, and never within a character. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int space = text.lastIndexOf(' ', longest);
        int end = space > 0 ? space : longest;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /** As many of the conversation's tags as a ticket may have; the inbox knows no such bounds. */
    private static Tags carried(Tags wanted, Tags ofConversation) {
        return Tags.of(Stream.concat(
                        wanted.values().stream(),
                        ofConversation.values().stream()
                                .filter(tag -> !tag.isBlank() && tag.length() <= Tags.LONGEST)
                                .filter(tag -> !wanted.values().contains(tag)))
                .limit(Tags.MOST)
                .toList());
    }

    private static List<UUID> with(@Nullable UUID id, List<UUID> wanted) {
        if (id == null) {
            return wanted;
        }
        Set<UUID> all = new LinkedHashSet<>();
        all.add(id);
        all.addAll(wanted);
        return all.stream().limit(Ticket.MOST_LINKS).toList();
    }
}
