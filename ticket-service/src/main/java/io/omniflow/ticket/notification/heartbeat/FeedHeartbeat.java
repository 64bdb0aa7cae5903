package io.omniflow.ticket.notification.heartbeat;

import io.omniflow.ticket.notification.FeedChanges;
import io.omniflow.ticket.notification.Feeds;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class FeedHeartbeat {
    private final FeedChanges changes;
    private final Feeds feeds;

    FeedHeartbeat(FeedChanges changes, Feeds feeds) {
        this.changes = changes;
        this.feeds = feeds;
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> trim() {
        return changes.trim();
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return feeds.sweep();
    }
}
