package io.omniflow.ticket.stale;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.stale.domain.Round;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is stored of a locked ticket's wait, and of who could be pinged. */
public interface StaleRounds {
    Uni<Round> of(SqlConnection transaction, WorkspaceId workspace, TicketId ticket);

    /** Who of the two is there and active. */
    record Reachable(Optional<UUID> assignee, Optional<UUID> lead) {}

    Uni<Reachable> reachable(
            SqlConnection transaction, WorkspaceId workspace, @Nullable UUID assignee, @Nullable UUID team);
}
