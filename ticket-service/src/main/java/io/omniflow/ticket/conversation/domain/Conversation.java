package io.omniflow.ticket.conversation.domain;

import io.omniflow.ticket.lifecycle.domain.Tags;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thread of the inbox as far as it was told. {@code version} counts the facts that changed it.
 *
 * <pre>
 *   stub (no channel) --opened--> open --closed--> closed
 *                                  ^---a contact writes---'
 * </pre>
 *
 * A stub may hold messages, tags and its closing already: facts may come out of order.
 */
public record Conversation(
        UUID id,
        @Nullable Channel channel,
        @Nullable String subject,
        @Nullable UUID contactId,
        ContactCard contact,
        @Nullable String externalId,
        @Nullable String inboxAddress,
        @Nullable String language,
        Tags tags,
        Activity activity,
        Instant openedAt,
        @Nullable Instant lastMessageAt,
        long version) {

    /** One of which nothing is known but that it exists. */
    public static Conversation stub(UUID id, Instant since) {
        return new Conversation(
                id, null, null, null, ContactCard.EMPTY, null, null, null, Tags.NONE, Activity.OPEN, since, null, 0);
    }

    /** The conversation after a fact; itself when the fact tells nothing new. */
    public Conversation after(ConversationFact fact, Instant at) {
        return switch (fact) {
            case ConversationFact.Opened(Opening opening) -> channel == null ? opened(opening, at) : this;
            case ConversationFact.MessageReceived received ->
                next(contactId == null ? received.contactId() : contactId, tags, Activity.OPEN, latest(at));
            case ConversationFact.MessageSent _ -> next(contactId, tags, activity, latest(at));
            case ConversationFact.ReplyFailed _ -> this;
            case ConversationFact.TagsChanged changed ->
                changed.after().equals(tags) ? this : next(contactId, changed.after(), activity, lastMessageAt);
            case ConversationFact.Closed _ ->
                activity == Activity.CLOSED ? this : next(contactId, tags, Activity.CLOSED, lastMessageAt);
        };
    }

    /** What was told of tags and contact before the opening is the newer word. */
    private Conversation opened(Opening opening, Instant at) {
        return new Conversation(
                id,
                opening.channel(),
                opening.subject(),
                contactId == null ? opening.contactId() : contactId,
                opening.contact(),
                opening.externalId(),
                opening.inboxAddress(),
                opening.language(),
                tags.equals(Tags.NONE) ? opening.tags() : tags,
                activity,
                at.isBefore(openedAt) ? at : openedAt,
                lastMessageAt,
                version + 1);
    }

    private Conversation next(@Nullable UUID known, Tags tagged, Activity standing, @Nullable Instant messageAt) {
        return new Conversation(
                id,
                channel,
                subject,
                known,
                contact,
                externalId,
                inboxAddress,
                language,
                tagged,
                standing,
                openedAt,
                messageAt,
                version + 1);
    }

    private Instant latest(Instant at) {
        return lastMessageAt == null || at.isAfter(lastMessageAt) ? at : lastMessageAt;
    }
}
