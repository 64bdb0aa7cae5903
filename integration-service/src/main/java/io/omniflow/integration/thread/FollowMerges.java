package io.omniflow.integration.thread;

import io.omniflow.integration.thread.domain.TicketThread;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Keeps in mind where a ticket went, for what people answer in its thread belongs to the ticket that has the rest. */
@ApplicationScoped
public class FollowMerges {
    private final Threads threads;
    private final Clock clock;

    FollowMerges(Threads threads, Clock clock) {
        this.threads = threads;
        this.clock = clock;
    }

    public Uni<Void> merged(SqlClient transaction, WorkspaceId workspace, UUID source, UUID destination) {
        return change(transaction, workspace, source, thread -> thread.mergedOn(source, destination, clock.instant()));
    }

    public Uni<Void> undone(SqlClient transaction, WorkspaceId workspace, UUID source, UUID destination) {
        return change(
                transaction, workspace, source, thread -> thread.mergeUndone(source, destination, clock.instant()));
    }

    private Uni<Void> change(
            SqlClient transaction, WorkspaceId workspace, UUID source, UnaryOperator<TicketThread> change) {
        return threads.through(transaction, workspace, source)
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(before -> {
                    TicketThread after = change.apply(before);
                    return after.equals(before) ? Uni.createFrom().item(false) : threads.save(transaction, after);
                })
                .collect()
                .last()
                .replaceWithVoid();
    }
}
