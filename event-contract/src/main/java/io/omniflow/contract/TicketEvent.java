package io.omniflow.contract;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts of a ticket, one version each. {@link #ticket()} is the state after the fact, so no reader has to call back. */
public sealed interface TicketEvent {
    TicketState ticket();

    @EventType(value = "omniflow.ticket.created.v1", topic = Topics.TICKETS)
    record Created(TicketState ticket) implements TicketEvent {}

    @EventType(value = "omniflow.ticket.title_changed.v1", topic = Topics.TICKETS)
    record TitleChanged(
            @Size(min = 1, max = Limits.TITLE_CHARACTERS) String before,
            @Size(min = 1, max = Limits.TITLE_CHARACTERS) String after,
            TicketState ticket)
            implements TicketEvent {}

    @EventType(value = "omniflow.ticket.description_changed.v1", topic = Topics.TICKETS)
    record DescriptionChanged(
            @Nullable @Size(max = Limits.TEXT_BYTES) String before,
            @Nullable @Size(max = Limits.TEXT_BYTES) String after,
            TicketState ticket)
            implements TicketEvent {}

    @EventType(value = "omniflow.ticket.status_changed.v1", topic = Topics.TICKETS)
    record StatusChanged(TicketStatus before, TicketStatus after, TicketState ticket) implements TicketEvent {}

    @EventType(value = "omniflow.ticket.priority_changed.v1", topic = Topics.TICKETS)
    record PriorityChanged(TicketPriority before, TicketPriority after, TicketState ticket) implements TicketEvent {}

    @EventType(value = "omniflow.ticket.assigned.v1", topic = Topics.TICKETS)
    record Assigned(@Nullable UUID before, @Nullable UUID after, TicketState ticket) implements TicketEvent {}

    @EventType(value = "omniflow.ticket.team_changed.v1", topic = Topics.TICKETS)
    record TeamChanged(@Nullable UUID before, @Nullable UUID after, TicketState ticket) implements TicketEvent {}

    @EventType(value = "omniflow.ticket.tags_changed.v1", topic = Topics.TICKETS)
    record TagsChanged(
            @Size(max = Limits.TAGS) List<@Size(min = 1, max = Limits.TAG_CHARACTERS) String> before,
            @Size(max = Limits.TAGS) List<@Size(min = 1, max = Limits.TAG_CHARACTERS) String> after,
            TicketState ticket)
            implements TicketEvent {}

    @EventType(value = "omniflow.ticket.custom_fields_changed.v1", topic = Topics.TICKETS)
    record CustomFieldsChanged(Map<String, Object> before, Map<String, Object> after, TicketState ticket)
            implements TicketEvent {}

    @EventType(value = "omniflow.ticket.conversation_linked.v1", topic = Topics.TICKETS)
    record ConversationLinked(UUID conversationId, TicketState ticket) implements TicketEvent {}

    @EventType(value = "omniflow.ticket.conversation_unlinked.v1", topic = Topics.TICKETS)
    record ConversationUnlinked(UUID conversationId, TicketState ticket) implements TicketEvent {}

    @EventType(value = "omniflow.ticket.contact_linked.v1", topic = Topics.TICKETS)
    record ContactLinked(UUID contactId, TicketState ticket) implements TicketEvent {}

    @EventType(value = "omniflow.ticket.contact_unlinked.v1", topic = Topics.TICKETS)
    record ContactUnlinked(UUID contactId, TicketState ticket) implements TicketEvent {}

    /**
     * {@code authorName} is who wrote it, as another system told; {@code audience}: engineering, or null for the team alone.
     */
    @EventType(value = "omniflow.ticket.note_added.v1", topic = Topics.TICKETS)
    record NoteAdded(
            UUID noteId,
            @Size(max = Limits.TEXT_BYTES) String body,
            TicketState ticket,
            @Nullable @Size(max = Limits.NAME_CHARACTERS) String authorName,
            @Nullable String audience)
            implements TicketEvent {

        /** As release 1.0 told it. */
        public NoteAdded(UUID noteId, String body, TicketState ticket) {
            this(noteId, body, ticket, null, null);
        }
    }

    @EventType(value = "omniflow.ticket.note_edited.v1", topic = Topics.TICKETS)
    record NoteEdited(
            UUID noteId,
            @Size(max = Limits.TEXT_BYTES) String before,
            @Size(max = Limits.TEXT_BYTES) String after,
            TicketState ticket)
            implements TicketEvent {}

    @EventType(value = "omniflow.ticket.note_deleted.v1", topic = Topics.TICKETS)
    record NoteDeleted(
            UUID noteId, @Size(max = Limits.TEXT_BYTES) String before, TicketState ticket) implements TicketEvent {}

    /** {@code claimedAt} is the time the inbox gave the message. */
    @EventType(value = "omniflow.ticket.customer_message_received.v1", topic = Topics.TICKETS)
    record CustomerMessageReceived(
            UUID conversationId,
            UUID messageId,
            @Nullable Instant claimedAt,
            @Nullable @Size(max = Limits.TEXT_BYTES) String body,
            TicketState ticket)
            implements TicketEvent {}

    /** The reply was accepted; its echo from the inbox carries the same {@code replyId} and makes no second fact. */
    @EventType(value = "omniflow.ticket.agent_replied.v1", topic = Topics.TICKETS)
    record AgentReplied(
            @Nullable UUID conversationId,
            @Nullable UUID replyId,
            @Nullable @Size(max = Limits.TEXT_BYTES) String body,
            TicketState ticket)
            implements TicketEvent {}

    /** On the source. */
    @EventType(value = "omniflow.ticket.merged.v1", topic = Topics.TICKETS)
    record Merged(UUID mergeId, UUID destination, TicketStatus previousStatus, TicketState ticket)
            implements TicketEvent {}

    /**
     * On the destination; {@code origin} is the merged ticket. {@code clockStartedAt} is when the destination's clocks count from
     * if the workspace takes the earlier start and the origin was opened earlier, otherwise null.
     */
    @EventType(value = "omniflow.ticket.absorbed.v1", topic = Topics.TICKETS)
    record Absorbed(
            UUID mergeId,
            UUID origin,
            List<UUID> conversationIds,
            List<UUID> contactIds,
            List<UUID> noteIds,
            @Size(max = Limits.TAGS) List<@Size(min = 1, max = Limits.TAG_CHARACTERS) String> tags,
            TicketState ticket,
            @Nullable Instant clockStartedAt)
            implements TicketEvent {

        /** As release 1.0 told it. */
        public Absorbed(
                UUID mergeId,
                UUID origin,
                List<UUID> conversationIds,
                List<UUID> contactIds,
                List<UUID> noteIds,
                List<String> tags,
                TicketState ticket) {
            this(mergeId, origin, conversationIds, contactIds, noteIds, tags, ticket, null);
        }
    }

    /** On both sides. */
    @EventType(value = "omniflow.ticket.merge_undone.v1", topic = Topics.TICKETS)
    record MergeUndone(UUID mergeId, UUID counterpart, TicketState ticket) implements TicketEvent {}

    @EventType(value = "omniflow.ticket.stale_pinged.v1", topic = Topics.TICKETS)
    record StalePinged(@Nullable UUID agentId, Instant graceUntil, TicketState ticket) implements TicketEvent {}

    /** Closes what one import added to the ticket; its event time is that of the newest imported entry. */
    @EventType(value = "omniflow.ticket.imported.v1", topic = Topics.TICKETS)
    record Imported(
            String externalId,
            UUID importId,
            Instant importedAt,
            @Min(0) int entries,
            TicketState ticket) implements TicketEvent {}
}
