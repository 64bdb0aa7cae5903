package io.omniflow.ticket.lifecycle.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing a change asks for; at most one fact comes of it. */
public sealed interface Step {
    record SetTitle(String title) implements Step {}

    record SetDescription(@Nullable String description) implements Step {}

    record SetStatus(Status status) implements Step {}

    record SetPriority(Priority priority) implements Step {}

    record Assign(@Nullable UUID agentId) implements Step {}

    record SetTeam(@Nullable UUID teamId) implements Step {}

    record SetTags(Tags tags) implements Step {}

    record AddTag(String tag) implements Step {}

    record RemoveTag(String tag) implements Step {}

    /** A null value removes its field; fields not named stay. */
    record PatchCustomFields(Map<String, @Nullable Object> patch) implements Step {}

    record LinkConversation(UUID conversationId) implements Step {}

    record UnlinkConversation(UUID conversationId) implements Step {}

    record LinkContact(UUID contactId) implements Step {}

    record UnlinkContact(UUID contactId) implements Step {}

    /** {@code authorName} is who wrote it in another system. */
    record AddNote(
            UUID noteId,
            String body,
            @Nullable String authorName,
            @Nullable Audience audience) implements Step {}

    record EditNote(UUID noteId, String before, String after) implements Step {}

    record DeleteNote(UUID noteId, String before) implements Step {}

    /** A reply to the customer was accepted. */
    record Reply(
            @Nullable UUID conversationId,
            @Nullable UUID replyId,
            @Nullable String body) implements Step {}

    /** A customer has written; {@code claimedAt} is the time the inbox gave the message. */
    record ReceiveMessage(UUID conversationId, UUID messageId, Instant claimedAt, String body) implements Step {}

    /** An agent was told that the ticket waits for long. */
    record PingAgent(UUID agentId, Instant graceUntil) implements Step {}

    /** Closes the ticket and gives up its conversations; its tags and contacts stay its own as well. */
    record MergeInto(UUID mergeId, TicketId destination) implements Step {}

    /** Takes over what a merged ticket brings. */
    record Absorb(
            UUID mergeId,
            TicketId origin,
            Load load,
            @Nullable Instant clockStartedAt) implements Step {}

    /** Gives back what a merged ticket brought; what is not there any more stays away. */
    record Release(UUID mergeId, TicketId origin, Load load) implements Step {}

    /** Gives a merged ticket back the state it had; the only step a merged ticket takes. */
    record Restore(UUID mergeId, TicketId destination, Former former) implements Step {
        /** {@code answeredAt} is when an agent replied while it was merged in one of the conversations that come back. */
        public record Former(
                Status status,
                @Nullable Instant resolvedAt,
                @Nullable Instant closedAt,
                List<UUID> conversationIds,
                @Nullable Instant answeredAt) {}
    }

    /** Closes what an import added. */
    record CloseImport(Fact.Imported imported) implements Step {}
}
