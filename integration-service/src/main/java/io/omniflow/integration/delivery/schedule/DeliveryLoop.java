package io.omniflow.integration.delivery.schedule;

import io.omniflow.integration.delivery.DeliverDue;
import io.omniflow.integration.delivery.Deliveries;
import io.omniflow.integration.delivery.DeliveryConfig;
import io.omniflow.integration.delivery.DeliverySignal;
import io.omniflow.integration.delivery.domain.Claim;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Claims when told to, when the next delivery becomes due, and at a heartbeat that makes up for lost signals. Only one
 * claim runs at a time; a signal that comes meanwhile makes it run once more.
 */
@ApplicationScoped
class DeliveryLoop implements DeliverySignal {
    private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);
    private static final Duration SHORTEST_NAP = Duration.ofMillis(5);

    private final DeliverDue due;
    private final Deliveries deliveries;
    private final Clock clock;
    private final AtomicInteger free;
    private final AtomicInteger signals = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicReference<@Nullable Cancellable> nap = new AtomicReference<>();

    DeliveryLoop(DeliverDue due, Deliveries deliveries, DeliveryConfig config, Clock clock) {
        this.due = due;
        this.deliveries = deliveries;
        this.clock = clock;
        this.free = new AtomicInteger(config.concurrency());
    }

    @Override
    public void wake() {
        if (!stopped.get() && signals.getAndIncrement() == 0) {
            round(1);
        }
    }

    @Scheduled(every = "${omniflow.deliveries.heartbeat}")
    void heartbeat() {
        wake();
    }

    /** What is under way ends by itself or by its lease; nothing new begins. */
    void stop(@Observes ShutdownEvent event) {
        stopped.set(true);
        replaceNap(null);
    }

    /** @param seen the signals this round answers; more of them ask for another */
    private void round(int seen) {
        claim().subscribe().with(_ -> next(seen), failure -> {
            LOG.warnf("Due deliveries could not be claimed: %s", failure);
            next(seen);
        });
    }

    private void next(int seen) {
        int missed = signals.addAndGet(-seen);
        if (missed > 0 && !stopped.get()) {
            round(missed);
        }
    }

    private Uni<Void> claim() {
        int most = free.get();
        if (most <= 0) {
            return Uni.createFrom().voidItem();
        }
        return due.claim(most)
                .invoke(this::begin)
                .flatMap(claims -> claims.size() == most ? Uni.createFrom().voidItem() : sleep());
    }

    private void begin(List<Claim> claims) {
        for (Claim claim : claims) {
            free.decrementAndGet();
            due.deliver(claim)
                    .onTermination()
                    .invoke(() -> {
                        free.incrementAndGet();
                        wake();
                    })
                    .subscribe()
                    .with(
                            _ -> {},
                            failure -> LOG.warnf(
                                    failure,
                                    "Delivery %s of ticket %s is left to its lease",
                                    claim.delivery().id().value(),
                                    claim.delivery().ticketId()));
        }
    }

    private Uni<Void> sleep() {
        return deliveries.nextDue(clock.instant()).invoke(this::sleepUntil).replaceWithVoid();
    }

    private void sleepUntil(Optional<Instant> next) {
        replaceNap(
                next.isEmpty() || stopped.get()
                        ? null
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(napUntil(next.get()))
                                .subscribe()
                                .with(_ -> wake()));
    }

    private Duration napUntil(Instant instant) {
        Duration nap = Duration.between(clock.instant(), instant);
        return nap.compareTo(SHORTEST_NAP) < 0 ? SHORTEST_NAP : nap;
    }

    private void replaceNap(@Nullable Cancellable next) {
        @Nullable Cancellable previous = nap.getAndSet(next);
        if (previous != null) {
            previous.cancel();
        }
    }
}
