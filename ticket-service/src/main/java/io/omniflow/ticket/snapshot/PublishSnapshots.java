package io.omniflow.ticket.snapshot;

import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.ticket.lifecycle.SnapshotEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Publishes the snapshots that are due. It is done every second or so, and not at each change, so that many changes of a ticket in a row make one snapshot. The snapshot leaves
 * through the outbox in the transaction that takes the ticket off the queue.
 */
@ApplicationScoped
public class PublishSnapshots {
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

    private Uni<Integer> batch() {
        return transactions.write(
                transaction -> snapshots.take(transaction, BATCH).flatMap(due -> outbox.append(
                                transaction, due.stream().map(events::of).toList())
                        .replaceWith(due.size())));
    }
}
