package io.omniflow.merge.merging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Requests of this replica that wait for the outcome of a merge. Being woken promises nothing: whoever is looks again. */
@ApplicationScoped
public class Waiters {
    private final MergingConfig config;
    private final Map<UUID, Set<Waiter>> byMerge = new HashMap<>();
    private int count;
    private volatile boolean ended;

    Waiters(MergingConfig config) {
        this.config = config;
    }

    /** One who waits; hears only of what happens after {@link #next}. */
    static final class Waiter {
        private final UUID merge;
        private volatile CompletableFuture<@Nullable Void> news = new CompletableFuture<>();

        private Waiter(UUID merge) {
            this.merge = merge;
        }

        /** The next time somebody tells of the merge, counted from this call. */
        Uni<@Nullable Void> next() {
            CompletableFuture<@Nullable Void> next = new CompletableFuture<>();
            news = next;
            return Uni.createFrom().completionStage(next);
        }

        private void wake() {
            news.complete(null);
        }
    }

    /** Empty when as many wait as may, or nobody may any more. */
    synchronized Optional<Waiter> enter(UUID merge) {
        if (ended || count >= config.waiters()) {
            return Optional.empty();
        }
        count++;
        Waiter waiter = new Waiter(merge);
        byMerge.computeIfAbsent(merge, _ -> new HashSet<>()).add(waiter);
        return Optional.of(waiter);
    }

    synchronized void leave(Waiter waiter) {
        Set<Waiter> others = byMerge.getOrDefault(waiter.merge, Set.of());
        if (others.contains(waiter)) {
            others.remove(waiter);
            count--;
        }
        if (others.isEmpty()) {
            byMerge.remove(waiter.merge);
        }
    }

    /** To be called after the commit. */
    public void wake(Collection<UUID> merges) {
        waitingFor(merges).forEach(Waiter::wake);
    }

    /** This replica is about to stop: nobody shall wait for longer. */
    public void end() {
        ended = true;
        waitingForAny().forEach(Waiter::wake);
    }

    boolean isEnded() {
        return ended;
    }

    private synchronized List<Waiter> waitingForAny() {
        return byMerge.values().stream().flatMap(Set::stream).toList();
    }

    private synchronized List<Waiter> waitingFor(Collection<UUID> merges) {
        return merges.stream()
                .flatMap(merge -> byMerge.getOrDefault(merge, Set.of()).stream())
                .toList();
    }
}
