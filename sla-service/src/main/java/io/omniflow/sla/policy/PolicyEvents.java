package io.omniflow.sla.policy;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of policies in the published language. */
public interface PolicyEvents {
    /** @param before null when it is new; {@code after} null when it is gone */
    OutboundEvent changed(
            WorkspaceId workspace,
            UUID id,
            Shelf.@Nullable Placed before,
            Shelf.@Nullable Placed after,
            Instant at,
            Origin origin);
}
