package io.omniflow.ticket.lifecycle;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Many tickets at once, in one statement. */
public interface TicketsInBulk {
    /** Those with these external ids that are there, with their rows locked. */
    Uni<List<Ticket>> lockByExternalId(
            SqlConnection transaction, WorkspaceId workspace, Collection<String> externalIds);

    /** Those with these ids that are there, as the transaction sees them. */
    Uni<List<Ticket>> read(SqlConnection transaction, WorkspaceId workspace, Collection<UUID> ids);
}
