package io.omniflow.ticket.lifecycle;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Many tickets at once, in one statement. */
public interface TicketsInBulk {
    /** Those with these external ids that are there, with their rows locked. */
    Uni<List<Ticket>> lockByExternalId(
            SqlConnection transaction, WorkspaceId workspace, Collection<String> externalIds);

    /** Those with these ids that are there, as the transaction sees them. */
    Uni<List<Ticket>> read(SqlConnection transaction, WorkspaceId workspace, Collection<UUID> ids);

    /** Those with these ids that are there, with their rows locked, one after the other in the order of their ids. */
    Uni<List<Locked>> lock(SqlConnection transaction, WorkspaceId workspace, Collection<UUID> ids);

    /** Locks tickets of several workspaces in one order, so that whoever changes many after that waits for nobody. */
    Uni<Void> lockInOrder(SqlConnection transaction, Map<WorkspaceId, Set<UUID>> ids);

    /** Those of them that are there; for whoever has no connection. */
    Uni<List<Ticket>> find(WorkspaceId workspace, Collection<TicketRef> refs);
}
