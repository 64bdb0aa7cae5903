package io.omniflow.ticket.snapshot.heartbeat;

import io.omniflow.ticket.snapshot.PublishSnapshots;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SnapshotHeartbeat {
    private final PublishSnapshots publishSnapshots;

    SnapshotHeartbeat(PublishSnapshots publishSnapshots) {
        this.publishSnapshots = publishSnapshots;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> publishDue() {
        return publishSnapshots.publishDue();
    }
}
