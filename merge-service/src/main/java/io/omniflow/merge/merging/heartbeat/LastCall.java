package io.omniflow.merge.merging.heartbeat;

import io.omniflow.merge.merging.Waiters;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Before a stop waits for the requests in progress, those that wait themselves are answered with how far they are. */
@ApplicationScoped
class LastCall {
    private final Waiters waiters;

    LastCall(Waiters waiters) {
        this.waiters = waiters;
    }

    void leave(@Observes ShutdownDelayInitiatedEvent leaving) {
        waiters.end();
    }
}
