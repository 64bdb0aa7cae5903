package io.omniflow.ticket.snapshot;

import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.ticket.lifecycle.Snapshot;
import io.omniflow.ticket.lifecycle.SnapshotEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Publishes the snapshots that are due. It is done every second or so, and not at each change, so that many changes of a
 * ticket in a row make one snapshot. The snapshot leaves through the outbox in the transaction that takes the ticket off the queue.
 */
@ApplicationScoped
public class PublishSnapshots {
    private static final Logger LOG = Logger.getLogger(PublishSnapshots.class);
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final Snapshots snapshots;
    private final SnapshotEvents events;
    private final Outbox outbox;

    PublishSnapshots(Transactions transactions, Snapshots snapshots, SnapshotEvents events, Outbox outbox) {
        this.transactions = transactions;
        this.snapshots = snapshots;
        this.events = events;
        this.outbox = outbox;
    }

    public Uni<Void> publishDue() {
        return Uni.createFrom()
                .deferred(this::batch)
                .repeat()
                .whilst(published -> published == BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What is too long for an event must not hold up the others; its readers need the log of the ticket. */
    private Stream<OutboundEvent> event(Snapshot snapshot) {
        Optional<OutboundEvent> event = events.of(snapshot);
        if (event.isEmpty()) {
            LOG.warnf(
                    "No snapshot of ticket %s: its past does not fit into one event",
                    snapshot.ticket().id().value());
        }
        return event.stream();
    }

    private Uni<Integer> batch() {
        return transactions.write(
                transaction -> snapshots.take(transaction, BATCH).flatMap(due -> outbox.append(
                                transaction, due.stream().flatMap(this::event).toList())
                        .replaceWith(due.size())));
    }
}
