package io.omniflow.ticket.notification.kafka;

import io.omniflow.contract.TicketEvent;
import io.omniflow.kit.inbox.Inbox;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.kit.outbox.History;
import io.omniflow.ticket.notification.Feeds;
import io.omniflow.ticket.notification.Notice;
import io.omniflow.ticket.notification.TellMentioned;
import io.omniflow.ticket.notification.WrittenNote;
import io.omniflow.ticket.notification.domain.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Whom a ticket was assigned to, and whom a note mentions. */
@ApplicationScoped
public class TicketFactsIn {
    /** What happened before is told nobody: a service that reads the topic for the first time would tell a month's facts. */
    private static final Duration NEWS = Duration.ofDays(1);

    private final Inbox inbox;
    private final Feeds feeds;
    private final TellMentioned tellMentioned;
    private final Clock clock;

    TicketFactsIn(Inbox inbox, Feeds feeds, TellMentioned tellMentioned, Clock clock) {
        this.inbox = inbox;
        this.feeds = feeds;
        this.tellMentioned = tellMentioned;
        this.clock = clock;
    }

    @Incoming("ticket-facts")
    public Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive("ticket-service", batch, this::apply);
    }

    private Uni<Void> apply(SqlConnection transaction, List<ReceivedEvent> facts) {
        Instant eldest = clock.instant().minus(NEWS);
        List<Notice> assigned = new ArrayList<>();
        List<WrittenNote> notes = new ArrayList<>();
        for (ReceivedEvent fact : facts) {
            if (fact.history() == History.LIVE && fact.time().isAfter(eldest)) {
                switch (fact.data()) {
                    case TicketEvent.Created e ->
                        assigned(assigned, fact, null, e.ticket().assigneeId());
                    case TicketEvent.Assigned e -> assigned(assigned, fact, e.before(), e.after());
                    case TicketEvent.NoteAdded e -> notes.add(note(fact, e.noteId(), "", e.body()));
                    case TicketEvent.NoteEdited e -> notes.add(note(fact, e.noteId(), e.before(), e.after()));
                    default -> {}
                }
            }
        }
        return feeds.add(transaction, assigned).chain(() -> tellMentioned.tell(transaction, notes));
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
