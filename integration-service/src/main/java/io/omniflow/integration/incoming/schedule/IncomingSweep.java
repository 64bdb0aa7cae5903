package io.omniflow.integration.incoming.schedule;

import io.omniflow.integration.incoming.IncomingConfig;
import io.omniflow.integration.incoming.IncomingWebhooks;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Supplier;

/** Removes what was kept long enough, a portion at a time, so that no statement lasts long. */
@ApplicationScoped
class IncomingSweep {
    private static final int PORTION = 1_000;

    private final IncomingWebhooks webhooks;
    private final IncomingConfig config;
    private final Clock clock;

    IncomingSweep(IncomingWebhooks webhooks, IncomingConfig config, Clock clock) {
        this.webhooks = webhooks;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return portions(() -> webhooks.forget(clock.instant().minus(config.kept()), PORTION))
                .chain(() -> portions(() -> webhooks.forgetTraces(PORTION)));
    }

    private static Uni<Void> portions(Supplier<Uni<Integer>> portion) {
        return Uni.createFrom()
                .deferred(() -> portion.get())
                .repeat()
                .until(removed -> removed < PORTION)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
