package io.omniflow.integration.sync;

import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.sync.domain.StoredMapping;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import java.time.Instant;

/** What is told of a mapping's changes. */
public interface MappingEvents {
    OutboundEvent changed(Connection connection, StoredMapping before, StoredMapping after, Instant at, Origin origin);
}
