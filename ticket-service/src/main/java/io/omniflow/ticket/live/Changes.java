package io.omniflow.ticket.live;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** The changes of the last hour. */
public interface Changes {
    record Change(UUID ticketId, Position position) {}

    record Place(WorkspaceId workspace, Position position) {}

    /** Before it everything is committed or undone. */
    Uni<Position> now();

    /** Oldest first. */
    Uni<List<Change>> after(Place place, int limit);

    /** The indexes of the places that have changes behind them, in one statement. */
    Uni<List<Integer>> withNews(List<Place> places);

    /** Throws away what is older than an hour. */
    Uni<Void> trim();
}
