package io.omniflow.ticket.live;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One open stream. Its events are asked for one batch after the other, so only the waking comes from other threads. */
final class Listener<R> {
    final R reader;
    final Optional<Position> resumed;

    private final AtomicReference<@Nullable UniEmitter<? super Boolean>> waiting = new AtomicReference<>();
    private volatile @Nullable Position position;
    private volatile boolean ended;

    Listener(R reader, Optional<Position> resumed) {
        this.reader = reader;
        this.resumed = resumed;
    }

    @Nullable Position position() {
        return position;
    }

    void moveTo(Position reached) {
        position = reached;
    }

    /** Completes when there is news. */
    Uni<Boolean> news() {
        return Uni.createFrom().<Boolean>emitter(emitter -> {
            waiting.set(emitter);
            if (ended) {
                wake();
            }
        });
    }

    boolean isWaiting() {
        return waiting.get() != null;
    }

    void wake() {
        @Nullable UniEmitter<? super Boolean> woken = waiting.getAndSet(null);
        if (woken != null) {
            woken.complete(true);
        }
    }

    /** What it is reading is still told. */
    void end() {
        ended = true;
        wake();
    }

    boolean hasEnded() {
        return ended;
    }
}
