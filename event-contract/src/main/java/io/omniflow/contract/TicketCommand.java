package io.omniflow.contract;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asked of ticket-service; keyed by ticket id and each answered once, by a fact, {@code command_unchanged}, {@code state_reported}, {@code link_state_set} or {@code command_rejected}. */
public sealed interface TicketCommand {

    @EventType(value = "omniflow.ticket-command.merge.v1", topic = Topics.TICKET_COMMANDS)
    record Merge(UUID mergeId, List<UUID> sources, UUID destination) implements TicketCommand {}

    @EventType(value = "omniflow.ticket-command.undo_merge.v1", topic = Topics.TICKET_COMMANDS)
    record UndoMerge(UUID mergeId, List<UUID> sources, UUID destination) implements TicketCommand {}

    @EventType(value = "omniflow.ticket-command.change_status.v1", topic = Topics.TICKET_COMMANDS)
    record ChangeStatus(UUID ticketId, TicketStatus status) implements TicketCommand {}

    /** {@code authorName} is who wrote it elsewhere; {@code audience}: engineering, or null for the team alone. */
    @EventType(value = "omniflow.ticket-command.add_note.v1", topic = Topics.TICKET_COMMANDS)
    record AddNote(
            UUID ticketId,
            @Size(max = Limits.TEXT_BYTES) String body,
            @Nullable @Size(max = Limits.NAME_CHARACTERS) String authorName,
            @Nullable String audience)
            implements TicketCommand {

        /** As release 1.0 asked. */
        public AddNote(UUID ticketId, String body) {
            this(ticketId, body, null, null);
        }
    }

    /** Answered by {@link TicketAnswer.LinkStateSet}, unless the link is shown in that state or a later one. */
    @EventType(value = "omniflow.ticket-command.set_link_state.v1", topic = Topics.TICKET_COMMANDS)
    record SetLinkState(
            UUID ticketId, UUID linkId, @Nullable String state) implements TicketCommand {}

    /**
     * {@code graceUntil} is when the grace ends if the ping is delivered at the time of the command. {@code recipient}:
     * assignee, lead; null stands for assignee.
     */
    @EventType(value = "omniflow.ticket-command.ping_stale.v1", topic = Topics.TICKET_COMMANDS)
    record PingStale(
            UUID ticketId, Instant graceUntil, @Nullable String recipient) implements TicketCommand {}

    @EventType(value = "omniflow.ticket-command.close_stale.v1", topic = Topics.TICKET_COMMANDS)
    record CloseStale(UUID ticketId) implements TicketCommand {}

    /**
     * One thing a policy asks for because a clock ran for long. {@code action}: notify_assignee, notify_lead, raise_priority
     * (one step up), reassign (to {@code teamId}). Without an action, as release 1.0 asked: {@code priority} and
     * {@code teamId} are set. {@code metric} is that of the clock, a ceiling is status_waiting; {@code percent} of the target
     * was reached at {@code clockAt}; 100 is the breach. {@code dueAt} is the deadline, as far as there is one.
     */
    @EventType(value = "omniflow.ticket-command.escalate.v1", topic = Topics.TICKET_COMMANDS)
    record Escalate(
            UUID ticketId,
            @Nullable TicketPriority priority,
            @Nullable UUID teamId,
            String reason,
            @Nullable String action,
            @Nullable String metric,
            @Nullable @Min(1) @Max(100) Integer percent,
            @Nullable UUID policyId,
            @Nullable @Min(1) Integer policyVersion,
            @Nullable Instant clockAt,
            @Nullable Instant dueAt)
            implements TicketCommand {

        /** As release 1.0 asked. */
        public Escalate(UUID ticketId, @Nullable TicketPriority priority, @Nullable UUID teamId, String reason) {
            this(ticketId, priority, teamId, reason, null, null, null, null, null, null, null);
        }
    }

    /** Asks for the state as the owner has it now, so that nobody judges by a copy that may lag. */
    @EventType(value = "omniflow.ticket-command.report_state.v1", topic = Topics.TICKET_COMMANDS)
    record ReportState(UUID ticketId) implements TicketCommand {}
}
