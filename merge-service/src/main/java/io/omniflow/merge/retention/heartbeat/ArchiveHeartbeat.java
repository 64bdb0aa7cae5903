package io.omniflow.merge.retention.heartbeat;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.retention.ArchiveOldDays;
import io.omniflow.merge.retention.EraseArchived;
import io.omniflow.merge.retention.Retentions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** One workspace after the other, each until nothing is left to do; one that fails does not hold up the others. */
@ApplicationScoped
class ArchiveHeartbeat {
    private static final Logger LOG = Logger.getLogger(ArchiveHeartbeat.class);

    private final Retentions retentions;
    private final ArchiveOldDays archive;
    private final EraseArchived erase;

    ArchiveHeartbeat(Retentions retentions, ArchiveOldDays archive, EraseArchived erase) {
        this.retentions = retentions;
        this.archive = archive;
        this.erase = erase;
    }

    @Scheduled(
            every = "${omniflow.audit-archive.every:1h}",
            delayed = "${omniflow.audit-archive.delayed:5m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> archive() {
        return retentions
                .limited()
                .onItem()
                .transformToMulti(workspaces -> Multi.createFrom().iterable(workspaces))
                .onItem()
                .transformToUniAndConcatenate(this::settled)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> settled(WorkspaceId workspace) {
        return Multi.createBy()
                .repeating()
                .uni(() -> archive.next(workspace))
                .whilst(moved -> moved > 0)
                .collect()
                .last()
                .chain(() -> Multi.createBy()
                        .repeating()
                        .uni(() -> erase.next(workspace))
                        .whilst(reached -> reached > 0)
                        .collect()
                        .last())
                .replaceWith(true)
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "The audit log of %s could not be archived", workspace))
                .onFailure()
                .recoverWithItem(false);
    }
}
