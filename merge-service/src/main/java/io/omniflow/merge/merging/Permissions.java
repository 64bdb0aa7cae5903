package io.omniflow.merge.merging;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The stored permissions; a workspace that has set nothing has the default, at version 0. */
public interface Permissions {
    Uni<MergePermissions> read(WorkspaceId workspace);

    /** For whoever holds a connection already. */
    Uni<MergePermissions> read(SqlConnection transaction, WorkspaceId workspace);

    /** Until the end of the transaction nobody else changes them. */
    Uni<MergePermissions> lock(SqlConnection transaction, WorkspaceId workspace);

    /** Saves locked ones. */
    Uni<Void> save(SqlConnection transaction, WorkspaceId workspace, MergePermissions permissions);
}
