package io.omniflow.ticket.stale;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.stale.domain.StalePolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The stored policies; a workspace that has set nothing has the default, at version 0. */
public interface StalePolicies {
    Uni<StalePolicy> read(WorkspaceId workspace);

    /** For whoever holds a connection already. */
    Uni<StalePolicy> read(SqlConnection transaction, WorkspaceId workspace);

    /** Until the end of the transaction nobody else changes it. */
    Uni<StalePolicy> lock(SqlConnection transaction, WorkspaceId workspace);

    /** Saves a locked policy. */
    Uni<Void> save(SqlConnection transaction, WorkspaceId workspace, StalePolicy policy);
}
