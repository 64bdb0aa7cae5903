package io.omniflow.ticket.workspace;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.workspace.WorkspaceSettings.Settings;
import java.time.Instant;

/** A change of settings in the published language. */
public interface WorkspaceEvents {
    OutboundEvent changed(WorkspaceId workspace, Settings before, Settings after, Instant at, Origin origin);
}
