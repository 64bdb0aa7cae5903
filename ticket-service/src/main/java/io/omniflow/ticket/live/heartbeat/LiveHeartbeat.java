package io.omniflow.ticket.live.heartbeat;

import io.omniflow.ticket.live.Changes;
import io.omniflow.ticket.live.LiveStreams;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks for news a few times a second, whichever replica wrote it. A word from PostgreSQL at each commit (NOTIFY) would make
 * commits wait for one another.
 */
@ApplicationScoped
class LiveHeartbeat {
    private static final Logger LOG = Logger.getLogger(LiveHeartbeat.class);
    private static final Duration PERIOD = Duration.ofMillis(250);

    private final LiveStreams live;
    private final Changes changes;
    private @Nullable Cancellable looking;

    LiveHeartbeat(LiveStreams live, Changes changes) {
        this.live = live;
        this.changes = changes;
    }

    void start(@Observes StartupEvent started) {
        looking = Multi.createFrom()
                .ticks()
                .every(PERIOD)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(_ -> look())
                .subscribe()
                .with(_ -> {}, failure -> LOG.error("Live streams are no longer looked after", failure));
    }

    /** Before the requests in progress are waited for: a stream is one, and has no end of its own. */
    void leave(@Observes ShutdownDelayInitiatedEvent leaving) {
        live.end();
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (looking != null) {
            looking.cancel();
        }
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> trim() {
        return changes.trim();
    }

    private Uni<Void> look() {
        return Uni.createFrom()
                .deferred(live::look)
                .onFailure()
                .invoke(failure -> LOG.debug("A look for live changes failed", failure))
                .onFailure()
                .recoverWithNull();
    }
}
