package io.omniflow.ticket.lifecycle.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to a ticket. */
public sealed interface Fact {
    record Created() implements Fact {}

    record TitleChanged(String before, String after) implements Fact {}

    record DescriptionChanged(
            @Nullable String before, @Nullable String after) implements Fact {}

    record StatusChanged(Status before, Status after) implements Fact {}

    record PriorityChanged(Priority before, Priority after) implements Fact {}

    record Assigned(@Nullable UUID before, @Nullable UUID after) implements Fact {}

    record TeamChanged(@Nullable UUID before, @Nullable UUID after) implements Fact {}

    record TagsChanged(Tags before, Tags after) implements Fact {}

    record CustomFieldsChanged(Map<String, Object> before, Map<String, Object> after) implements Fact {}

    record ConversationLinked(UUID conversationId) implements Fact {}

    record ConversationUnlinked(UUID conversationId) implements Fact {}

    record ContactLinked(UUID contactId) implements Fact {}

    record ContactUnlinked(UUID contactId) implements Fact {}

    record NoteAdded(
            UUID noteId,
            String body,
            @Nullable String authorName,
            @Nullable Audience audience) implements Fact {}

    record NoteEdited(UUID noteId, String before, String after) implements Fact {}

    record NoteDeleted(UUID noteId, String before) implements Fact {}

    record AgentReplied(
            @Nullable UUID conversationId,
            @Nullable UUID replyId,
            @Nullable String body) implements Fact {}

    record CustomerMessageReceived(UUID conversationId, UUID messageId, Instant claimedAt, String body)
            implements Fact {}

    /** An agent was told that the ticket waits for long; {@code graceUntil} is how long it stays open at least. */
    record StalePinged(UUID agentId, Instant graceUntil) implements Fact {}

    /** On the source: it is closed until the merge is undone. */
    record Merged(UUID mergeId, TicketId destination, Status previousStatus) implements Fact {}

    /**
     * On the destination, one for each source; tags and contacts are those it did not have. {@code clockStartedAt} is when its
     * clocks count from now on, null where that stays as it is.
     */
    record Absorbed(
            UUID mergeId,
            TicketId origin,
            Load load,
            @Nullable Instant clockStartedAt) implements Fact {}

    /** On both sides. */
    record MergeUndone(UUID mergeId, TicketId counterpart) implements Fact {}

    record Imported(String externalId, UUID importId, Instant importedAt, int entries) implements Fact {}
}
