package io.omniflow.integration.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.omniflow.integration.connection.WatchHealth;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.DeliveryState;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.delivery.domain.Outcome;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Claim, attempt, settle. What cannot be settled, as in a crash, is left to its lease. */
@ApplicationScoped
public class DeliverDue {
    private static final Logger LOG = Logger.getLogger(DeliverDue.class);

    private final Deliveries deliveries;
    private final Map<Operation, DeliveryWork> works;
    private final DeliveryEvents events;
    private final Transactions transactions;
    private final Outbox outbox;
    private final DeliveryConfig config;
    private final WatchHealth health;
    private final MeterRegistry metrics;
    private final Clock clock;

    DeliverDue(
            Deliveries deliveries,
            @All List<DeliveryWork> works,
            DeliveryEvents events,
            Transactions transactions,
            Outbox outbox,
            DeliveryConfig config,
            WatchHealth health,
            MeterRegistry metrics,
            Clock clock) {
        this.deliveries = deliveries;
        this.works = works.stream().collect(Collectors.toMap(DeliveryWork::operation, Function.identity()));
        this.events = events;
        this.transactions = transactions;
        this.outbox = outbox;
        this.config = config;
        this.health = health;
        this.metrics = metrics;
        this.clock = clock;
    }

    public Uni<List<Claim>> claim(int most) {
        Instant now = clock.instant();
        return deliveries.claim(now, now.plus(config.lease()), most);
    }

    public Uni<Void> deliver(Claim claim) {
        return Uni.createFrom()
                .deferred(() -> workOf(claim.delivery().operation()).attempt(claim))
                .onFailure()
                .recoverWithItem(failure -> broken(claim, failure))
                .flatMap(attempted -> settle(claim, attempted));
    }

    /** A mistake of our own must not be repeated for ever, nor be taken for the other system's refusal. */
    private static Attempted broken(Claim claim, Throwable failure) {
        LOG.errorf(
                failure,
                "Delivery %s of ticket %s (correlation %s) could not be attempted",
                claim.delivery().id().value(),
                claim.delivery().ticketId(),
                claim.delivery().subject());
        Problem problem = new Problem("internal-error", 500, "The attempt failed on our side");
        return new Attempted(new Outcome.Again(problem, Optional.empty()), (_, _) -> Uni.createFrom()
                .voidItem());
    }

    private Uni<Void> settle(Claim claim, Attempted attempted) {
        Delivery after = claim.delivery()
                .after(
                        attempted.outcome(),
                        config.schedule(),
                        clock.instant(),
                        ThreadLocalRandom.current().nextDouble());
        return transactions
                .write(transaction -> deliveries
                        .settle(transaction, claim, after)
                        .call(ours -> ours ? store(transaction, after, attempted) : lost(claim))
                        .call(ours -> ours
                                ? learn(transaction, after, attempted)
                                : Uni.createFrom().voidItem()))
                .invoke(ours -> count(after, ours))
                .replaceWithVoid();
    }

    private Uni<Void> store(SqlClient transaction, Delivery after, Attempted attempted) {
        Uni<Void> meaning = attempted.effect().apply(transaction, after);
        return after.state() == DeliveryState.DEAD
                ? meaning.call(() -> outbox.append(transaction, List.of(events.dead(after))))
                : meaning;
    }

    private Uni<Void> learn(SqlClient transaction, Delivery after, Attempted attempted) {
        return health.heard(
                transaction, after.workspace(), after.connectionId(), attempted.outcome(), after.updatedAt());
    }

    private static Uni<Void> lost(Claim claim) {
        LOG.infof(
                "Delivery %s of ticket %s (correlation %s) was taken over while it was attempted",
                claim.delivery().id().value(),
                claim.delivery().ticketId(),
                claim.delivery().subject());
        return Uni.createFrom().voidItem();
    }

    private void count(Delivery after, boolean ours) {
        metrics.counter(
                        "omniflow.deliveries.attempts",
                        "operation",
                        after.operation().text(),
                        "result",
                        ours ? after.state().text() : "lost")
                .increment();
    }

    private DeliveryWork workOf(Operation operation) {
        DeliveryWork work = works.get(operation);
        if (work == null) {
            throw new IllegalStateException("nobody does " + operation);
        }
        return work;
    }
}
