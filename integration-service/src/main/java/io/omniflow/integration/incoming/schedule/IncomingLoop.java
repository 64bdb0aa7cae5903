package io.omniflow.integration.incoming.schedule;

import io.omniflow.integration.incoming.IncomingConfig;
import io.omniflow.integration.incoming.IncomingSignal;
import io.omniflow.integration.incoming.IncomingWebhooks;
import io.omniflow.integration.incoming.WorkOffIncoming;
import io.omniflow.integration.incoming.WorkOffIncoming.Step;
import io.omniflow.integration.incoming.domain.Lane;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Looks for lanes with something to do when told to, and at a heartbeat that makes up for lost signals and ends pauses. A
 * lane is worked off until nothing is left; one that is asked for meanwhile is looked at once more.
 */
@ApplicationScoped
class IncomingLoop implements IncomingSignal {
    private static final Logger LOG = Logger.getLogger(IncomingLoop.class);

    private enum Asked {
        ONCE,
        AGAIN
    }

    private final WorkOffIncoming work;
    private final IncomingWebhooks webhooks;
    private final IncomingConfig config;
    private final Clock clock;
    private final AtomicInteger signals = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Map<Lane, Asked> busy = new ConcurrentHashMap<>();

    IncomingLoop(WorkOffIncoming work, IncomingWebhooks webhooks, IncomingConfig config, Clock clock) {
        this.work = work;
        this.webhooks = webhooks;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public void wake() {
        if (!stopped.get() && signals.getAndIncrement() == 0) {
            round(1);
        }
    }

    @Scheduled(every = "${omniflow.incoming.heartbeat}")
    void heartbeat() {
        wake();
    }

    /** What is under way ends by itself; nothing new begins. */
    void stop(@Observes ShutdownEvent event) {
        stopped.set(true);
    }

    /** @param seen the signals this round answers; more of them ask for another */
    private void round(int seen) {
        webhooks.due(clock.instant()).subscribe().with(lanes -> next(lanes, seen), failure -> {
            LOG.warnf("It could not be looked for webhooks that wait: %s", failure);
            next(List.of(), seen);
        });
    }

    private void next(List<Lane> lanes, int seen) {
        lanes.forEach(this::ask);
        int missed = signals.addAndGet(-seen);
        if (missed > 0 && !stopped.get()) {
            round(missed);
        }
    }

    private void ask(Lane lane) {
        if (busy.computeIfPresent(lane, (_, _) -> Asked.AGAIN) == null
                && busy.size() < config.concurrency()
                && busy.putIfAbsent(lane, Asked.ONCE) == null) {
            begin(lane);
        }
    }

    private void begin(Lane lane) {
        Uni.createFrom()
                .deferred(() -> work.next(lane))
                .repeat()
                .until(step -> step == Step.NOTHING_TO_DO || stopped.get())
                .onTermination()
                .invoke(() -> end(lane))
                .subscribe()
                .with(
                        _ -> {},
                        failure -> LOG.warnf(
                                failure,
                                "Webhooks of connection %s are left to the next heartbeat",
                                lane.connection().value()));
    }

    /** The place that is free now may be for another lane, and what was asked for meanwhile for this one. */
    private void end(Lane lane) {
        boolean full = busy.size() >= config.concurrency();
        if (busy.remove(lane) == Asked.AGAIN || full) {
            wake();
        }
    }
}
