package io.omniflow.merge.audit.kafka;

import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.time.Ids;
import io.omniflow.merge.audit.CheckpointEvents;
import io.omniflow.merge.audit.domain.Checkpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

@ApplicationScoped
class CheckpointEventsOut implements CheckpointEvents {
    private static final String ACTOR = "system:merge-service";

    @Override
    public OutboundEvent taken(WorkspaceId workspace, Checkpoint checkpoint, Instant now) {
        return OutboundEvent.of(
                workspace,
                workspace.value(),
                new WorkspaceEvent.AuditCheckpointed(
                        checkpoint.sequence(), checkpoint.hash().hex()),
                now,
                null,
                new Origin(ACTOR, Ids.next().toString(), null));
    }
}
