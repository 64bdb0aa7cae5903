package io.omniflow.integration.sync;

import io.omniflow.integration.delivery.Deliveries;
import io.omniflow.integration.delivery.DeliverySignal;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.sync.domain.TiedLink;
import io.omniflow.kit.outbox.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Webhooks get lost, so every issue that is kept alike is read again from time to time. */
@ApplicationScoped
public class ReadDue {
    private final Transactions transactions;
    private final Ties ties;
    private final Deliveries deliveries;
    private final DeliverySignal signal;
    private final SyncConfig config;
    private final Clock clock;

    ReadDue(
            Transactions transactions,
            Ties ties,
            Deliveries deliveries,
            DeliverySignal signal,
            SyncConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.ties = ties;
        this.deliveries = deliveries;
        this.signal = signal;
        this.config = config;
        this.clock = clock;
    }

    public Uni<Void> read() {
        Instant now = clock.instant();
        return transactions
                .write(transaction -> ties.takeDue(transaction, now, now.plus(config.readEvery()), config.atOnce())
                        .flatMap(links -> add(transaction, links, now)))
                .invoke(signal::wake);
    }

    private Uni<Void> add(SqlClient transaction, List<TiedLink> links, Instant now) {
        return Multi.createFrom()
                .iterable(links)
                .filter(TiedLink::carries)
                .onItem()
                .transformToUniAndConcatenate(
                        link -> deliveries.addUnlessWaiting(transaction, Calls.of(link, Operation.REFRESH, now)))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
