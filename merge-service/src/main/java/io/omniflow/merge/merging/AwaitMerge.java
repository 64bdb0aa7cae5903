package io.omniflow.merge.merging;

import io.omniflow.kit.problem.Problems;
import io.omniflow.merge.merging.domain.Merge;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits for an outcome, whichever replica hears of it first. */
@ApplicationScoped
public class AwaitMerge {
    private final Merges merges;
    private final Waiters waiters;

    AwaitMerge(Merges merges, Waiters waiters) {
        this.merges = merges;
        this.waiters = waiters;
    }

    /** The merge as soon as it waits for nothing, or as it is when patience or room for waiting is at an end; 404 for none. */
    public Uni<Merge> await(Merges.Id id, Duration patience) {
        return Uni.createFrom().deferred(() -> {
            long end = System.nanoTime() + patience.toNanos();
            return waiters.enter(id.value())
                    .map(waiter -> look(id, waiter, end).onTermination().invoke(() -> waiters.leave(waiter)))
                    .orElseGet(() -> read(id));
        });
    }

    private Uni<Merge> look(Merges.Id id, Waiters.Waiter waiter, long end) {
        Uni<@Nullable Void> news = waiter.next();
        return read(id).flatMap(merge -> {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            return !merge.state().stage().isUnderWay() || !left.isPositive() || waiters.isEnded()
                    ? Uni.createFrom().item(merge)
                    : news.ifNoItem()
                            .after(left)
                            .recoverWithUni(() -> Uni.createFrom().voidItem())
                            .emitOn(Infrastructure.getDefaultExecutor())
                            .chain(() -> look(id, waiter, end));
        });
    }

    private Uni<Merge> read(Merges.Id id) {
        return merges.byId(id).map(found -> found.orElseThrow(() -> Problems.notFound("The merge")));
    }
}
