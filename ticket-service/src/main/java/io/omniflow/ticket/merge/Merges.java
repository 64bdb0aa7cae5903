package io.omniflow.ticket.merge;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.merge.domain.Grant;
import io.omniflow.ticket.merge.domain.Merging;
import io.omniflow.ticket.merge.domain.Start;
import io.omniflow.ticket.merge.domain.Traces;
import io.omniflow.ticket.merge.domain.Undoing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is kept of merges. All but the preview belongs into the transaction that holds the rows of all tickets of the merge. */
public interface Merges {
    /**
     * What a merge is decided by, beside the tickets: the sources' notes, oldest first, the destination's grants, and what the
     * workspace has chosen for clocks.
     */
    record Ground(Map<TicketId, List<UUID>> notes, List<Grant> grants, Start start) {}

    /**
     * A merge that was carried out.
     *
     * @param sources in the order they were merged
     * @param kept empty once it is undone
     * @param grants of its destination, by all merges
     * @param holder the merge by which its destination is merged away
     */
    record Standing(
            TicketId destination,
            List<TicketId> sources,
            State state,
            Map<TicketId, Undoing.Kept> kept,
            List<Grant> grants,
            Optional<UUID> holder) {}

    enum State {
        MERGED,
        UNDONE
    }

    Uni<Ground> ground(SqlConnection transaction, WorkspaceId workspace, UUID destination, Collection<UUID> sources);

    /** For whoever has no connection. */
    Uni<Ground> ground(WorkspaceId workspace, UUID destination, Collection<UUID> sources);

    Uni<Optional<Standing>> find(SqlConnection transaction, WorkspaceId workspace, UUID mergeId);

    /** Moves notes, conversations and replies, and keeps what the undo needs. The tickets themselves are saved apart. */
    Uni<Void> carryOut(SqlConnection transaction, WorkspaceId workspace, Merging.Merged merged, Instant at);

    /** Moves what is still there back, and forgets what was kept. */
    Uni<Void> takeBack(SqlConnection transaction, WorkspaceId workspace, Undoing.Undone undone, Instant at);

    Uni<Void> heed(SqlConnection transaction, WorkspaceId workspace, Traces traces);
}
