package io.omniflow.ticket.notification.kafka;

import io.omniflow.contract.EventCatalog;
import io.omniflow.contract.TicketEvent;
import io.omniflow.kit.inbox.Inbox;
import io.omniflow.kit.inbox.OfTypes;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.kit.outbox.History;
import io.omniflow.ticket.notification.Concern;
import io.omniflow.ticket.notification.Feeds;
import io.omniflow.ticket.notification.Notice;
import io.omniflow.ticket.notification.TellMentioned;
import io.omniflow.ticket.notification.TellResponsible;
import io.omniflow.ticket.notification.WrittenNote;
import io.omniflow.ticket.notification.domain.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Whom a ticket was assigned to, whom a note mentions, and that tickets were merged. */
@ApplicationScoped
public class TicketFactsIn {
    /** What happened before is told nobody: a service that reads the topic for the first time would tell a month's facts. */
    private static final Duration NEWS = Duration.ofDays(1);

    /** Most facts are told nobody. */
    private static final Set<String> TYPES = Stream.of(
                    TicketEvent.Created.class,
                    TicketEvent.Assigned.class,
                    TicketEvent.NoteAdded.class,
                    TicketEvent.NoteEdited.class,
                    TicketEvent.Merged.class,
                    TicketEvent.Absorbed.class,
                    TicketEvent.MergeUndone.class)
            .map(EventCatalog::typeOf)
            .collect(Collectors.toUnmodifiableSet());

    private final Inbox inbox;
    private final Feeds feeds;
    private final TellMentioned tellMentioned;
    private final TellResponsible tellResponsible;
    private final Clock clock;

    TicketFactsIn(Inbox inbox, Feeds feeds, TellMentioned tellMentioned, TellResponsible tellResponsible, Clock clock) {
        this.inbox = inbox;
        this.feeds = feeds;
        this.tellMentioned = tellMentioned;
        this.tellResponsible = tellResponsible;
        this.clock = clock;
    }

    @Incoming("ticket-facts")
    public Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        ConsumerRecords<String, byte[]> ofInterest = OfTypes.of(batch, TYPES);
        return ofInterest.isEmpty()
                ? Uni.createFrom().voidItem()
                : inbox.receive("ticket-service", ofInterest, this::apply);
    }

    private Uni<Void> apply(SqlConnection transaction, List<ReceivedEvent> facts) {
        Instant eldest = clock.instant().minus(NEWS);
        List<Notice> assigned = new ArrayList<>();
        List<WrittenNote> notes = new ArrayList<>();
        List<Concern> merges = new ArrayList<>();
        for (ReceivedEvent fact : facts) {
            if (fact.history() == History.LIVE && fact.time().isAfter(eldest)) {
                switch (fact.data()) {
                    case TicketEvent.Created e ->
                        assigned(assigned, fact, null, e.ticket().assigneeId());
                    case TicketEvent.Assigned e -> assigned(assigned, fact, e.before(), e.after());
                    case TicketEvent.NoteAdded e -> notes.add(note(fact, e.noteId(), "", e.body()));
                    case TicketEvent.NoteEdited e -> notes.add(note(fact, e.noteId(), e.before(), e.after()));
                    case TicketEvent.Merged e ->
                        merges.add(merge(fact, Kind.MERGED, e.mergeId(), fact.subject(), e.destination()));
                    case TicketEvent.Absorbed e ->
                        merges.add(merge(fact, Kind.MERGED, e.mergeId(), e.origin(), fact.subject()));
                    case TicketEvent.MergeUndone e ->
                        merges.add(concern(
                                fact,
                                Kind.MERGE_UNDONE,
                                undone(e.mergeId()),
                                Map.of(
                                        "mergeId", e.mergeId().toString(),
                                        "counterpart", e.counterpart().toString())));
                    default -> {}
                }
            }
        }
        return feeds.add(transaction, assigned)
                .chain(() -> tellMentioned.tell(transaction, notes))
                .chain(() -> tellResponsible.tell(transaction, merges));
    }

    private static Concern merge(ReceivedEvent fact, Kind kind, UUID merge, UUID source, UUID destination) {
        return concern(
                fact,
                kind,
                merge,
                Map.of(
                        "mergeId", merge.toString(),
                        "source", source.toString(),
                        "destination", destination.toString()));
    }

    /** The cause is the merge, not the fact: who is responsible for several of its tickets is told of it once. */
    private static Concern concern(ReceivedEvent fact, Kind kind, UUID cause, Map<String, Object> data) {
        return new Concern(
                fact.workspace(),
                kind,
                fact.subject(),
                fact.time(),
                fact.origin().actor(),
                data,
                cause);
    }

    /** A merge is undone once. */
    private static UUID undone(UUID merge) {
        return UUID.nameUUIDFromBytes(("undone " + merge).getBytes(StandardCharsets.UTF_8));
    }

    private static void assigned(
            List<Notice> notices, ReceivedEvent fact, @Nullable UUID before, @Nullable UUID after) {
        if (after != null) {
            notices.add(new Notice(
                    fact.workspace(),
                    after,
                    Kind.ASSIGNED,
                    fact.subject(),
                    fact.time(),
                    fact.origin().actor(),
                    before == null ? Map.of() : Map.of("before", before.toString()),
                    fact.id()));
        }
    }

    private static WrittenNote note(ReceivedEvent fact, UUID note, String before, String after) {
        return new WrittenNote(
                fact.workspace(),
                fact.subject(),
                note,
                before,
                after,
                fact.time(),
                fact.origin().actor(),
                fact.id());
    }
}
