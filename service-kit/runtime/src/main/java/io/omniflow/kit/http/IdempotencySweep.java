package io.omniflow.kit.http;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes keys after their day; replicas skip each other's rows. */
@ApplicationScoped
class IdempotencySweep {
    private final IdempotencyKeys keys;

    IdempotencySweep(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return keys.sweep();
    }
}
