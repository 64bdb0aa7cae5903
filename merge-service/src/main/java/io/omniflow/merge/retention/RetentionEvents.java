package io.omniflow.merge.retention;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import java.time.Instant;

/** How a change of the setting is told. */
public interface RetentionEvents {
    OutboundEvent changed(WorkspaceId workspace, Retention before, Retention after, Instant at, Origin origin);
}
