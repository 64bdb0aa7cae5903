package io.omniflow.sla.clock.kafka;

import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketState;
import io.omniflow.contract.TicketStatus;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.sla.clock.domain.ActorKind;
import io.omniflow.sla.clock.domain.Answer;
import io.omniflow.sla.clock.domain.EarlierStart;
import io.omniflow.sla.clock.domain.Fact;
import io.omniflow.sla.clock.domain.Happening;
import io.omniflow.sla.clock.domain.Place;
import io.omniflow.sla.clock.domain.Priority;
import io.omniflow.sla.clock.domain.Status;
import io.omniflow.sla.clock.domain.Telling;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a ticket event means to a clock. */
final class FactOf {
    private FactOf() {}

    /** @throws IllegalArgumentException when the event carries no sequence, which every ticket fact must */
    static Fact event(ReceivedEvent event, TicketEvent data) {
        @Nullable Long sequence = event.sequence();
        if (sequence == null) {
            throw new IllegalArgumentException("a ticket fact without ce_sequence: " + event.id());
        }
        return new Fact(
                sequence,
                event.time(),
                actor(event.origin().actor()),
                event.changeId(),
                switch (event.position()) {
                    case INNER -> Place.INNER;
                    case LAST -> Place.LAST;
                },
                switch (event.history()) {
                    case LIVE -> Telling.LIVE;
                    case BACKFILL -> Telling.BACKFILL;
                },
                happening(data));
    }

    private static Happening happening(TicketEvent event) {
        TicketState ticket = event.ticket();
        return switch (event) {
            case TicketEvent.Created _ ->
                new Happening.Created(
                        status(ticket.status()),
                        priority(ticket.priority()),
                        ticket.assigneeId(),
                        TraitsOf.ticket(ticket),
                        conversations(ticket));
            case TicketEvent.StatusChanged changed -> new Happening.StatusChanged(status(changed.after()));
            case TicketEvent.PriorityChanged changed -> new Happening.PriorityChanged(priority(changed.after()));
            case TicketEvent.Assigned assigned -> new Happening.AssigneeChanged(assigned.after());
            case TicketEvent.TeamChanged changed -> new Happening.TeamChanged(changed.after());
            case TicketEvent.TagsChanged changed -> new Happening.TagsChanged(Set.copyOf(changed.after()));
            case TicketEvent.CustomFieldsChanged _ -> new Happening.CustomFieldsChanged(TraitsOf.customFields(ticket));
            case TicketEvent.ContactLinked _ -> new Happening.ContactsChanged(Set.copyOf(ticket.contactIds()));
            case TicketEvent.ContactUnlinked _ -> new Happening.ContactsChanged(Set.copyOf(ticket.contactIds()));
            case TicketEvent.ConversationLinked _ -> conversationsChanged(ticket);
            case TicketEvent.ConversationUnlinked _ -> conversationsChanged(ticket);
            case TicketEvent.CustomerMessageReceived _ -> new Happening.CustomerWrote();
            case TicketEvent.AgentReplied _ -> new Happening.AgentReplied();
            case TicketEvent.Merged _ -> new Happening.Merged();
            case TicketEvent.Absorbed absorbed ->
                new Happening.Absorbed(TraitsOf.holdings(ticket), earlierStart(absorbed));
            case TicketEvent.MergeUndone undone ->
                new Happening.MergeUndone(
                        status(ticket.status()),
                        TraitsOf.holdings(ticket),
                        ticket.firstRespondedAt() == null ? Answer.AWAITED : Answer.GIVEN,
                        undone.mergeId(),
                        undone.counterpart());
            case TicketEvent.Imported imported -> new Happening.Imported(imported.importedAt());
            case TicketEvent.TitleChanged _ -> new Happening.Aside();
            case TicketEvent.DescriptionChanged _ -> new Happening.Aside();
            case TicketEvent.NoteAdded _ -> new Happening.Aside();
            case TicketEvent.NoteEdited _ -> new Happening.Aside();
            case TicketEvent.NoteDeleted _ -> new Happening.Aside();
            case TicketEvent.StalePinged _ -> new Happening.Aside();
        };
    }

    private static @Nullable EarlierStart earlierStart(TicketEvent.Absorbed absorbed) {
        @Nullable Instant at = absorbed.clockStartedAt();
        return at == null ? null : new EarlierStart(absorbed.mergeId(), absorbed.origin(), at);
    }

    private static Happening conversationsChanged(TicketState ticket) {
        return new Happening.ConversationsChanged(conversations(ticket), TraitsOf.channels(ticket));
    }

    private static int conversations(TicketState ticket) {
        return ticket.conversationIds().size();
    }

    /** An actor is {@code kind:id}. */
    private static ActorKind actor(String actor) {
        return switch (actor.substring(0, Math.max(0, actor.indexOf(':')))) {
            case "agent" -> ActorKind.AGENT;
            case "automation" -> ActorKind.AUTOMATION;
            case "customer" -> ActorKind.CUSTOMER;
            case "vendor" -> ActorKind.VENDOR;
            case "import" -> ActorKind.IMPORT;
            default -> ActorKind.SYSTEM;
        };
    }

    private static Status status(TicketStatus status) {
        return switch (status) {
            case OPEN -> Status.OPEN;
            case IN_PROGRESS -> Status.IN_PROGRESS;
            case WAITING -> Status.WAITING;
            case RESOLVED -> Status.RESOLVED;
            case CLOSED -> Status.CLOSED;
        };
    }

    private static Priority priority(TicketPriority priority) {
        return switch (priority) {
            case LOW -> Priority.LOW;
            case NORMAL -> Priority.NORMAL;
            case HIGH -> Priority.HIGH;
            case URGENT -> Priority.URGENT;
        };
    }
}
