package io.omniflow.ticket.lifecycle.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.TicketNumbers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Blocks of numbers, taken in transactions of their own so that no create holds a lock for another. */
@ApplicationScoped
class PostgresTicketNumbers implements TicketNumbers {
    private static final int BLOCK = 50;
    private static final String TAKE = """
            insert into ticket_number as n (workspace_id, next) values ($1, 1 + $2)
            on conflict (workspace_id) do update set next = n.next + $2
            returning next - $2 as first
            """;

    private final Pool pool;
    private final Cache<WorkspaceId, Block> blocks = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    PostgresTicketNumbers(Pool pool) {
        this.pool = pool;
    }

    /** What this replica may still give out; guarded by itself. */
    private static final class Block {
        private long next;
        private long end;
        private @Nullable Uni<Void> refill;
    }

    @Override
    public Uni<Long> next(WorkspaceId workspace) {
        Block block = blocks.get(workspace, fresh -> new Block());
        Uni<Void> refilled;
        synchronized (block) {
            if (block.next < block.end) {
                return Uni.createFrom().item(block.next++);
            }
            if (block.refill == null) {
                block.refill = refill(workspace, block);
            }
            refilled = block.refill;
        }
        return onOwnContext(refilled).flatMap(ready -> next(workspace));
    }

    /** One refill serves many calls; each goes on with its own trace and log fields, not with those of the first. */
    private static Uni<Void> onOwnContext(Uni<Void> refilled) {
        @Nullable Context own = Vertx.currentContext();
        return own == null ? refilled : refilled.emitOn(task -> own.runOnContext(back -> task.run()));
    }

    private Uni<Void> refill(WorkspaceId workspace, Block block) {
        return block(workspace, BLOCK)
                .invoke(first -> {
                    synchronized (block) {
                        block.next = first;
                        block.end = first + BLOCK;
                        block.refill = null;
                    }
                })
                .onFailure()
                .invoke(() -> {
                    synchronized (block) {
                        block.refill = null;
                    }
                })
                .replaceWithVoid()
                .memoize()
                .indefinitely();
    }

    @Override
    public Uni<Long> block(WorkspaceId workspace, int count) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(workspace.value(), count))
                .map(rows -> rows.iterator().next().getLong("first"));
    }
}
