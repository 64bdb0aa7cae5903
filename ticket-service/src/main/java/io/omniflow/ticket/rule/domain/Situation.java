package io.omniflow.ticket.rule.domain;

import io.omniflow.ticket.conversation.domain.Conversation;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule looks at.
 *
 * @param message the beginning of the text the trigger is about, or of the newest or first one
 * @param addedTags of a trigger that is an added tag
 * @param at when it happened
 * @param behind the rules whose acts led here, oldest first
 * @param calendars those known
 */
public record Situation(
        Conversation conversation,
        @Nullable String message,
        Sender sender,
        @Nullable LinkedTicket ticket,
        Set<String> addedTags,
        Instant at,
        List<UUID> behind,
        Map<UUID, Calendar> calendars) {

    /** After a rule has made or changed the ticket. */
    public Situation with(Ticket changed) {
        return new Situation(conversation, message, sender, LinkedTicket.of(changed), addedTags, at, behind, calendars);
    }

    public Situation knowing(Map<UUID, Calendar> known) {
        return new Situation(conversation, message, sender, ticket, addedTags, at, behind, known);
    }
}
