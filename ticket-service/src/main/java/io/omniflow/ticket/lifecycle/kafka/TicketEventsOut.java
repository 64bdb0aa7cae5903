package io.omniflow.ticket.lifecycle.kafka;

import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketState;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Position;
import io.omniflow.kit.time.Ids;
import io.omniflow.ticket.lifecycle.TicketEvents;
import io.omniflow.ticket.lifecycle.domain.Fact;
import io.omniflow.ticket.lifecycle.domain.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Facts as events: the version is the sequence, and all of one change carry one id. */
@ApplicationScoped
class TicketEventsOut implements TicketEvents {
    @Override
    public List<OutboundEvent> of(
            WorkspaceId workspace, List<Recorded> facts, Origin origin, History history, Map<UUID, String> channels) {
        UUID change = Ids.next();
        List<OutboundEvent> events = new ArrayList<>(facts.size());
        long last = facts.isEmpty() ? 0 : facts.getLast().after().version();
        for (Recorded recorded : facts) {
            events.add(new OutboundEvent(
                    Ids.next(),
                    workspace,
                    recorded.after().id().value(),
                    event(recorded.fact(), state(recorded, channels)),
                    recorded.at(),
                    recorded.after().version(),
                    origin,
                    change,
                    recorded.after().version() == last ? Position.LAST : Position.INNER,
                    history));
        }
        return events;
    }

    /** Channels are told where the conversations are others than before. */
    private static TicketState state(Recorded recorded, Map<UUID, String> channels) {
        return switch (recorded.fact()) {
            case Fact.Created _,
                    Fact.ConversationLinked _,
                    Fact.ConversationUnlinked _,
                    Fact.Merged _,
                    Fact.Absorbed _,
                    Fact.MergeUndone _ -> Published.state(recorded.after(), channels);
            default -> Published.state(recorded.after());
        };
    }

    private static TicketEvent event(Fact fact, TicketState state) {
        return switch (fact) {
            case Fact.Created _ -> new TicketEvent.Created(state);
            case Fact.TitleChanged f -> new TicketEvent.TitleChanged(f.before(), f.after(), state);
            case Fact.DescriptionChanged f -> new TicketEvent.DescriptionChanged(f.before(), f.after(), state);
            case Fact.StatusChanged f ->
                new TicketEvent.StatusChanged(Published.status(f.before()), Published.status(f.after()), state);
            case Fact.PriorityChanged f ->
                new TicketEvent.PriorityChanged(Published.priority(f.before()), Published.priority(f.after()), state);
            case Fact.Assigned f -> new TicketEvent.Assigned(f.before(), f.after(), state);
            case Fact.TeamChanged f -> new TicketEvent.TeamChanged(f.before(), f.after(), state);
            case Fact.TagsChanged f ->
                new TicketEvent.TagsChanged(f.before().values(), f.after().values(), state);
            case Fact.CustomFieldsChanged f -> new TicketEvent.CustomFieldsChanged(f.before(), f.after(), state);
            case Fact.ConversationLinked f -> new TicketEvent.ConversationLinked(f.conversationId(), state);
            case Fact.ConversationUnlinked f -> new TicketEvent.ConversationUnlinked(f.conversationId(), state);
            case Fact.ContactLinked f -> new TicketEvent.ContactLinked(f.contactId(), state);
            case Fact.ContactUnlinked f -> new TicketEvent.ContactUnlinked(f.contactId(), state);
            case Fact.NoteAdded f ->
                new TicketEvent.NoteAdded(
                        f.noteId(), f.body(), state, f.authorName(), Published.audience(f.audience()));
            case Fact.NoteEdited f -> new TicketEvent.NoteEdited(f.noteId(), f.before(), f.after(), state);
            case Fact.NoteDeleted f -> new TicketEvent.NoteDeleted(f.noteId(), f.before(), state);
            case Fact.AgentReplied f -> new TicketEvent.AgentReplied(f.conversationId(), f.replyId(), f.body(), state);
            case Fact.CustomerMessageReceived f ->
                new TicketEvent.CustomerMessageReceived(
                        f.conversationId(), f.messageId(), f.claimedAt(), f.body(), state);
            case Fact.StalePinged f -> new TicketEvent.StalePinged(f.agentId(), f.graceUntil(), state);
            case Fact.Merged f ->
                new TicketEvent.Merged(
                        f.mergeId(), f.destination().value(), Published.status(f.previousStatus()), state);
            case Fact.Absorbed f ->
                new TicketEvent.Absorbed(
                        f.mergeId(),
                        f.origin().value(),
                        f.load().conversationIds(),
                        f.load().contactIds(),
                        f.load().noteIds(),
                        f.load().tags(),
                        state,
                        f.clockStartedAt());
            case Fact.MergeUndone f ->
                new TicketEvent.MergeUndone(f.mergeId(), f.counterpart().value(), state);
            case Fact.Imported f ->
                new TicketEvent.Imported(f.externalId(), f.importId(), f.importedAt(), f.entries(), state);
        };
    }
}
