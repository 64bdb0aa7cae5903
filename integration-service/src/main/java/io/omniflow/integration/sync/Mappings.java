package io.omniflow.integration.sync;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.sync.domain.StoredMapping;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;

/** What each connection's states mean; the default where nothing is stored. */
public interface Mappings {
    Uni<StoredMapping> of(WorkspaceId workspace, ConnectionId connection);

    Uni<StoredMapping> of(SqlClient transaction, WorkspaceId workspace, ConnectionId connection);

    /** Replaces the one before it. */
    Uni<Void> save(
            SqlClient transaction, WorkspaceId workspace, ConnectionId connection, StoredMapping mapping, Instant now);
}
