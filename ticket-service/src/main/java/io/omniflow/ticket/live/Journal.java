package io.omniflow.ticket.live;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Changes of the last hour, read by each listener behind its own position.
 *
 * @param <R> who reads: whose changes they are
 * @param <C> what has changed
 */
public interface Journal<R, C> {
    record Entry<C>(C change, Position position) {}

    record Place<R>(R reader, Position position) {}

    /** Before it everything is committed or undone. */
    Uni<Position> now();

    /** Oldest first. */
    Uni<List<Entry<C>>> after(Place<R> place, int limit);

    /** The indexes of the places that have changes behind them, in one statement. */
    Uni<List<Integer>> withNews(List<Place<R>> places);

    /** Throws away what is older than an hour. */
    Uni<Void> trim();
}
