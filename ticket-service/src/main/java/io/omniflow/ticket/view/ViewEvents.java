package io.omniflow.ticket.view;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of views in the published language. */
public interface ViewEvents {
    /** @param before null when it is new; {@code after} null when it is gone */
    OutboundEvent changed(
            WorkspaceId workspace, UUID id, @Nullable View before, @Nullable View after, Instant at, Origin origin);
}
