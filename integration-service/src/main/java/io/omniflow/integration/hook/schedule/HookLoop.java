package io.omniflow.integration.hook.schedule;

import io.omniflow.integration.hook.DeliverHooks;
import io.omniflow.integration.hook.HookConfig;
import io.omniflow.integration.hook.HookDeliveries;
import io.omniflow.integration.hook.HookSignal;
import io.omniflow.integration.hook.domain.HookClaim;
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
 * Claims when told to, when an attempt has ended, when the next delivery becomes due, and at a heartbeat that makes up for
 * lost signals. Only one claim runs at a time; a signal that comes meanwhile makes it run once more.
 */
@ApplicationScoped
class HookLoop implements HookSignal {
    private static final Logger LOG = Logger.getLogger(HookLoop.class);
    private static final Duration SHORTEST_NAP = Duration.ofMillis(5);

    private final DeliverHooks deliver;
    private final HookDeliveries deliveries;
    private final Clock clock;
    private final AtomicInteger free;
    private final AtomicInteger signals = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicReference<@Nullable Cancellable> nap = new AtomicReference<>();

    HookLoop(DeliverHooks deliver, HookDeliveries deliveries, HookConfig config, Clock clock) {
        this.deliver = deliver;
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

    @Scheduled(every = "${omniflow.hooks.heartbeat}")
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
            LOG.warnf("Due webhook deliveries could not be claimed: %s", failure);
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
        Instant asked = clock.instant();
        return deliver.claim(most)
                .invoke(this::begin)
                .flatMap(claims -> claims.size() == most ? Uni.createFrom().voidItem() : sleep(asked));
    }

    private void begin(List<HookClaim> claims) {
        for (HookClaim claim : claims) {
            free.decrementAndGet();
            deliver.deliver(claim)
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
                                    "Webhook message %s to endpoint %s is left to its lease",
                                    claim.delivery().message(),
                                    claim.delivery().endpoint().value()));
        }
    }

    /** @param asked before the claim: what became due while it ran is not slept over */
    private Uni<Void> sleep(Instant asked) {
        return deliveries.nextDue(asked).invoke(this::sleepUntil).replaceWithVoid();
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
