package io.omniflow.ticket.live;

import io.omniflow.kit.identity.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The open streams of one journal. Each listener reads the changes itself, behind its own position and as fast as its
 * connection takes them; one look for all of them tells who has something to read.
 */
public final class Streams<R, C> {
    private static final int BATCH = 200;
    private static final Duration SILENCE = Duration.ofSeconds(15);
    /** A token is looked at when a stream is opened; it comes back with a fresh one. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Journal<R, C> journal;
    private final Listeners listeners;
    private final Clock clock;
    private final Set<Listener<R>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    Streams(Journal<R, C> journal, Listeners listeners, Clock clock) {
        this.journal = journal;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * Begins with an event that tells that the stream stands. Throws 429 when too many are open: once there is a stream, its
     * headers are on their way. What comes back has to be subscribed to.
     *
     * @param telling makes events of changes, oldest first; without events the next changes are waited for
     */
    public <E> Multi<LiveEvent<E>> open(
            Caller caller,
            R reader,
            Optional<Position> resumed,
            Function<List<Journal.Entry<C>>, Uni<List<LiveEvent<E>>>> telling) {
        listeners.enter(caller);
        Listener<R> listener = new Listener<>(reader, resumed);
        open.add(listener);
        if (ended) {
            listener.end();
        }
        return Multi.createBy()
                .repeating()
                .uni(() -> listener, current -> next(current, telling))
                .until(List::isEmpty)
                .onItem()
                .<LiveEvent<E>>disjoint()
                .select()
                .first(LONGEST)
                .onTermination()
                .invoke(() -> {
                    // its end and its connection's end may come one after the other
                    if (open.remove(listener)) {
                        listeners.leave(caller);
                    }
                });
    }

    /** Wakes those who have something to read: one statement, and none when nobody waits. */
    Uni<Void> look() {
        List<Listener<R>> waiting = new ArrayList<>();
        List<Journal.Place<R>> places = new ArrayList<>();
        for (Listener<R> listener : open) {
            @Nullable Position position = listener.position();
            if (position != null && listener.isWaiting()) {
                waiting.add(listener);
                places.add(new Journal.Place<>(listener.reader, position));
            }
        }
        if (waiting.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return journal.withNews(places)
                .invoke(news -> news.forEach(index -> waiting.get(index).wake()))
                .replaceWithVoid();
    }

    void end() {
        ended = true;
        open.forEach(Listener::end);
    }

    /** Empty when the stream is at its end. */
    private <E> Uni<List<LiveEvent<E>>> next(
            Listener<R> listener, Function<List<Journal.Entry<C>>, Uni<List<LiveEvent<E>>>> telling) {
        if (listener.hasEnded()) {
            return Uni.createFrom().item(List.of());
        }
        @Nullable Position position = listener.position();
        return position == null ? begin(listener) : read(listener, position, telling);
    }

    private <E> Uni<List<LiveEvent<E>>> begin(Listener<R> listener) {
        Instant now = clock.instant();
        if (listener.resumed.isPresent() && !listener.resumed.get().isLost(now)) {
            Position from = listener.resumed.get();
            listener.moveTo(from);
            return Uni.createFrom().item(List.of(new LiveEvent.Quiet<>(from)));
        }
        return journal.now()
                .invoke(listener::moveTo)
                .map(from -> List.of(
                        listener.resumed.isPresent() ? new LiveEvent.Lost<>(from) : new LiveEvent.Quiet<>(from)));
    }

    private <E> Uni<List<LiveEvent<E>>> read(
            Listener<R> listener,
            Position position,
            Function<List<Journal.Entry<C>>, Uni<List<LiveEvent<E>>>> telling) {
        return journal.after(new Journal.Place<>(listener.reader, position), BATCH)
                .flatMap(found -> {
                    if (found.isEmpty()) {
                        return waited(listener, position, telling);
                    }
                    listener.moveTo(found.getLast().position());
                    return telling.apply(found)
                            .flatMap(events -> events.isEmpty()
                                    ? next(listener, telling)
                                    : Uni.createFrom().item(events));
                });
    }

    private <E> Uni<List<LiveEvent<E>>> waited(
            Listener<R> listener,
            Position position,
            Function<List<Journal.Entry<C>>, Uni<List<LiveEvent<E>>>> telling) {
        return listener.news().ifNoItem().after(SILENCE).recoverWithItem(false).flatMap(woken -> {
            if (woken) {
                return next(listener, telling);
            }
            Position later = position.at(clock.instant());
            listener.moveTo(later);
            return Uni.createFrom().item(List.<LiveEvent<E>>of(new LiveEvent.Quiet<>(later)));
        });
    }
}
