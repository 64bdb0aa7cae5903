package io.omniflow.integration.connection;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.Health;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** How connections do, kept over restarts. */
public interface Healths {
    /** After this many failures in a row a connection is degraded. */
    int FAILURES = 5;

    /** A call worked; gives what the connection was until then, if that was not well. */
    Uni<Optional<Health.Degraded>> worked(SqlClient transaction, WorkspaceId workspace, ConnectionId connection);

    /** A call failed; gives what the connection became by it, if it was well until then. */
    Uni<Optional<Health.Degraded>> failed(
            SqlClient transaction, WorkspaceId workspace, ConnectionId connection, Problem problem, Instant now);

    /** Those of the connections that are not well. */
    Uni<Map<ConnectionId, Health.Degraded>> degraded(WorkspaceId workspace, Collection<ConnectionId> connections);
}
