package io.omniflow.integration.connection;

import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.Health;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import java.time.Instant;

/** What is told of a connection's changes; never a secret. */
public interface ConnectionEvents {
    OutboundEvent added(Connection after, Origin origin);

    OutboundEvent changed(Connection before, Connection after, Origin origin);

    OutboundEvent removed(Connection before, Instant at, Origin origin);

    OutboundEvent healthChanged(
            WorkspaceId workspace, ConnectionId connection, Health before, Health after, Instant at);
}
