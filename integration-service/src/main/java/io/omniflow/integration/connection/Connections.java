package io.omniflow.integration.connection;

import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored connections. */
public interface Connections {
    Uni<Void> add(SqlClient transaction, OpenConnection connection);

    /** Replaces a connection that {@link #openForChange} gave. */
    Uni<Void> save(SqlClient transaction, OpenConnection connection);

    Uni<Void> remove(SqlClient transaction, WorkspaceId workspace, ConnectionId id);

    /** With its secrets, and locked until the transaction ends. */
    Uni<Optional<OpenConnection>> openForChange(SqlClient transaction, WorkspaceId workspace, ConnectionId id);

    /** Locked against removal until the transaction ends. */
    Uni<Optional<Connection>> hold(SqlClient transaction, WorkspaceId workspace, ConnectionId id);

    /** The oldest one to a system, locked against removal until the transaction ends. */
    Uni<Optional<Connection>> holdFirst(SqlClient transaction, WorkspaceId workspace, ExternalSystem system);

    /** With its secrets, for a call. */
    Uni<Optional<OpenConnection>> open(WorkspaceId workspace, ConnectionId id);

    /** As {@link #open(WorkspaceId, ConnectionId)}, in a transaction. */
    Uni<Optional<OpenConnection>> open(SqlClient transaction, WorkspaceId workspace, ConnectionId id);

    /** Of whichever workspace it is: for a webhook, whose address names nothing else. */
    Uni<Optional<SealedConnection>> sealed(ConnectionId id);

    Uni<Optional<Connection>> find(WorkspaceId workspace, ConnectionId id);

    /** Oldest first, those after {@code after}. */
    Uni<List<Connection>> list(WorkspaceId workspace, @Nullable ConnectionId after, int limit);
}
