package io.omniflow.integration.hook.schedule;

import io.omniflow.integration.hook.SweepHooks;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class HookSweep {
    private final SweepHooks sweep;

    HookSweep(SweepHooks sweep) {
        this.sweep = sweep;
    }

    @Scheduled(
            every = "${omniflow.hooks.sweep-every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return sweep.sweep();
    }
}
