package io.omniflow.integration.hook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Removes what is older than it is kept, in portions, so that nobody waits for it. */
@ApplicationScoped
public class SweepHooks {
    private static final int PORTION = 1_000;

    private final HookDeliveries deliveries;
    private final HookConfig config;
    private final Clock clock;

    SweepHooks(HookDeliveries deliveries, HookConfig config, Clock clock) {
        this.deliveries = deliveries;
        this.config = config;
        this.clock = clock;
    }

    public Uni<Void> sweep() {
        return Uni.createFrom()
                .deferred(() -> deliveries.sweep(clock.instant().minus(config.keep()), PORTION))
                .repeat()
                .whilst(removed -> removed > 0)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
