package io.omniflow.integration.sync.schedule;

import io.omniflow.integration.sync.ReadDue;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Each replica looks; what one has taken the other passes over. */
@ApplicationScoped
class ReadLoop {
    private static final Logger LOG = Logger.getLogger(ReadLoop.class);

    private final ReadDue due;

    ReadLoop(ReadDue due) {
        this.due = due;
    }

    @Scheduled(every = "${omniflow.sync.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return due.read()
                .onFailure()
                .invoke(failure -> LOG.warnf("Issues that are due could not be read again: %s", failure))
                .onFailure()
                .recoverWithNull();
    }
}
