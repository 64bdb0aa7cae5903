package io.omniflow.ticket.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All streams of this replica. */
@ApplicationScoped
public class LiveStreams {
    private final Clock clock;
    private final Listeners listeners = new Listeners();
    private final List<Streams<?, ?>> all = new CopyOnWriteArrayList<>();

    LiveStreams(Clock clock) {
        this.clock = clock;
    }

    /** For a journal's own use case, once. */
    public <R, C> Streams<R, C> of(Journal<R, C> journal) {
        Streams<R, C> streams = new Streams<>(journal, listeners, clock);
        all.add(streams);
        return streams;
    }

    /** Wakes those who have something to read. */
    public Uni<Void> look() {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(Streams::look)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Ends all streams, and whatever is opened from now on: whoever listens comes back, to a replica that stays. */
    public void end() {
        all.forEach(Streams::end);
    }
}
