package io.omniflow.integration.connection;

import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import java.time.Instant;

/** What is told of a connection's changes; never a secret. */
public interface ConnectionEvents {
    OutboundEvent added(Connection after, Origin origin);

    OutboundEvent changed(Connection before, Connection after, Origin origin);

    OutboundEvent removed(Connection before, Instant at, Origin origin);
}
