package io.omniflow.sla.clock;

import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketSource;
import io.omniflow.contract.TicketState;
import io.omniflow.contract.TicketStatus;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Position;
import io.omniflow.kit.time.Ids;
import io.omniflow.testing.Events;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** A ticket whose facts a test writes down and then publishes, all at once or bit by bit. */
public final class SentTicket {
    public final WorkspaceId workspace;
    public final UUID id = Ids.next();

    private final List<OutboundEvent> unsent = new ArrayList<>();
    private final List<OutboundEvent> sent = new ArrayList<>();
    private TicketStatus status = TicketStatus.OPEN;
    private TicketPriority priority = TicketPriority.NORMAL;
    private List<UUID> conversations = List.of();
    private List<String> tags = List.of();
    private long version;

    public SentTicket(UUID workspace) {
        this.workspace = new WorkspaceId(workspace);
    }

    public SentTicket withConversation() {
        conversations = List.of(Ids.next());
        return this;
    }

    public SentTicket withTags(String... all) {
        tags = List.of(all);
        return this;
    }

    public SentTicket created(Instant at, TicketPriority initial) {
        priority = initial;
        return live(at, "customer:c", TicketEvent.Created::new);
    }

    public SentTicket status(Instant at, TicketStatus after) {
        TicketStatus before = status;
        status = after;
        return live(at, "agent:a", state -> new TicketEvent.StatusChanged(before, after, state));
    }

    public SentTicket priority(Instant at, TicketPriority after) {
        TicketPriority before = priority;
        priority = after;
        return live(at, "agent:a", state -> new TicketEvent.PriorityChanged(before, after, state));
    }

    public SentTicket replied(Instant at) {
        return live(at, "agent:a", state -> new TicketEvent.AgentReplied(null, null, "Hello", state));
    }

    public SentTicket customerWrote(Instant at) {
        return live(
                at,
                "customer:c",
                state -> new TicketEvent.CustomerMessageReceived(Ids.next(), Ids.next(), null, "Well?", state));
    }

    public SentTicket tagged(Instant at, String... after) {
        List<String> before = tags;
        tags = List.of(after);
        return live(at, "agent:a", state -> new TicketEvent.TagsChanged(before, tags, state));
    }

    public SentTicket merged(Instant at) {
        TicketStatus before = status;
        status = TicketStatus.CLOSED;
        return live(at, "system:merge", state -> new TicketEvent.Merged(Ids.next(), Ids.next(), before, state));
    }

    public SentTicket mergeUndone(Instant at, TicketStatus after) {
        status = after;
        return live(at, "system:merge", state -> new TicketEvent.MergeUndone(Ids.next(), Ids.next(), state));
    }

    public SentTicket absorbed(Instant at, UUID merge, UUID origin, Instant clockStartedAt) {
        return live(
                at,
                "agent:a",
                state -> new TicketEvent.Absorbed(
                        merge, origin, List.of(), List.of(), List.of(), List.of(), state, clockStartedAt));
    }

    public SentTicket gaveBack(Instant at, UUID merge, UUID origin) {
        return live(at, "agent:a", state -> new TicketEvent.MergeUndone(merge, origin, state));
    }

    public SentTicket noted(Instant at) {
        return live(at, "agent:a", state -> new TicketEvent.NoteAdded(Ids.next(), "a note", state));
    }

    /** As ticket-service answers a {@code ping_stale}. */
    public SentTicket pinged(Instant at, UUID command, Instant graceUntil) {
        return add(
                at,
                new Origin("system:sla-service", "test-" + id, command.toString()),
                History.LIVE,
                state -> new TicketEvent.StalePinged(Ids.next(), graceUntil, state));
    }

    /** What a rule does to it. */
    public SentTicket retitled(Instant at) {
        return live(at, "automation:r", state -> new TicketEvent.TitleChanged("A ticket", "A ticket", state));
    }

    public SentTicket importedCreated(Instant at) {
        return add(at, "import:i", History.BACKFILL, TicketEvent.Created::new);
    }

    public SentTicket importedStatus(Instant at, TicketStatus after) {
        TicketStatus before = status;
        status = after;
        return add(at, "agent:a", History.BACKFILL, state -> new TicketEvent.StatusChanged(before, after, state));
    }

    public SentTicket imported(Instant newest, Instant importedAt) {
        return add(
                newest,
                "import:i",
                History.BACKFILL,
                state -> new TicketEvent.Imported("case", Ids.next(), importedAt, 3, state));
    }

    /** Makes what was written down and not yet sent the facts of one request. */
    public SentTicket asOneChange() {
        UUID change = Ids.next();
        OutboundEvent last = unsent.getLast();
        unsent.replaceAll(event -> new OutboundEvent(
                event.id(),
                event.workspace(),
                event.subject(),
                event.data(),
                event.time(),
                event.sequence(),
                event.origin(),
                change,
                event.id().equals(last.id()) ? Position.LAST : Position.INNER,
                event.history()));
        return this;
    }

    /** Publishes what was written down since the last time. */
    public SentTicket send() {
        Events.publish(unsent.toArray(OutboundEvent[]::new));
        sent.addAll(unsent);
        unsent.clear();
        return this;
    }

    /** What is written down and not yet sent, for a test that has its own order in mind. */
    public List<OutboundEvent> takeUnsent() {
        List<OutboundEvent> taken = List.copyOf(unsent);
        unsent.clear();
        return taken;
    }

    public void sendAllAgain() {
        Events.publish(sent.toArray(OutboundEvent[]::new));
    }

    private SentTicket live(Instant at, String actor, Function<TicketState, TicketEvent> event) {
        return add(at, actor, History.LIVE, event);
    }

    private SentTicket add(Instant at, String actor, History history, Function<TicketState, TicketEvent> event) {
        return add(at, new Origin(actor, "test-" + id, null), history, event);
    }

    private SentTicket add(Instant at, Origin origin, History history, Function<TicketState, TicketEvent> event) {
        version++;
        unsent.add(new OutboundEvent(
                Ids.next(), workspace, id, event.apply(state(at)), at, version, origin, null, Position.LAST, history));
        return this;
    }

    private TicketState state(Instant at) {
        return new TicketState(
                id,
                1,
                "A ticket",
                null,
                status,
                priority,
                null,
                null,
                tags,
                List.of(),
                conversations,
                Map.of(),
                TicketSource.API,
                null,
                null,
                version,
                at,
                at,
                null,
                null,
                null);
    }
}
