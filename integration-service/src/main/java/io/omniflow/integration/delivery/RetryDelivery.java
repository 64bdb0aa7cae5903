package io.omniflow.integration.delivery;

import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.DeliveryId;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Problems;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Starts a delivery again that was given up. What it makes at the other side keeps its id, so nothing is made twice. */
@ApplicationScoped
public class RetryDelivery {
    private final Deliveries deliveries;
    private final List<DeliveryWork> works;
    private final Transactions transactions;
    private final DeliverySignal signal;
    private final Clock clock;

    RetryDelivery(
            Deliveries deliveries,
            @All List<DeliveryWork> works,
            Transactions transactions,
            DeliverySignal signal,
            Clock clock) {
        this.deliveries = deliveries;
        this.works = works;
        this.transactions = transactions;
        this.signal = signal;
        this.clock = clock;
    }

    public Uni<Delivery> retry(WorkspaceId workspace, DeliveryId id) {
        return deliveries
                .find(workspace, id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The delivery")))
                .flatMap(this::restart)
                .invoke(signal::wake);
    }

    private Uni<Delivery> restart(Delivery before) {
        if (!before.canBeRetried()) {
            return Uni.createFrom().failure(notGivenUp());
        }
        Delivery after = before.retried(clock.instant());
        DeliveryWork work = works.stream()
                .filter(known -> known.operation() == before.operation())
                .findAny()
                .orElseThrow();
        return transactions.write(transaction -> work.retried(transaction, after)
                .flatMap(_ -> deliveries.restart(transaction, before, after))
                .map(restarted -> {
                    if (!restarted) {
                        throw notGivenUp();
                    }
                    return after;
                }));
    }

    private static RuntimeException notGivenUp() {
        return Problems.conflict("delivery-not-given-up", "Only failed and dead deliveries can be retried");
    }
}
