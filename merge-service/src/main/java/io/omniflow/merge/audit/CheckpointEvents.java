package io.omniflow.merge.audit;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.merge.audit.domain.Checkpoint;
import java.time.Instant;

/** How a checkpoint is told to the world. */
public interface CheckpointEvents {
    OutboundEvent taken(WorkspaceId workspace, Checkpoint checkpoint, Instant now);
}
