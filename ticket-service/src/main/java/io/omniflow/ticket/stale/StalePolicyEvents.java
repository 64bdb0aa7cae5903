package io.omniflow.ticket.stale;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.stale.domain.StalePolicy;
import java.time.Instant;

/** A changed policy in the published language. */
public interface StalePolicyEvents {
    OutboundEvent changed(WorkspaceId workspace, StalePolicy before, StalePolicy after, Instant at, Origin origin);
}
