package io.omniflow.merge.merging;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.merge.merging.domain.Merge;
import java.time.Instant;

/** The process in the published language. */
public interface MergeEvents {
    /** That the merge has reached the state it is in; a refused undo is told as a rejection. */
    OutboundEvent reached(Merge merge, Origin origin);

    /** What the state asks of ticket-service. Only for merges under way. */
    OutboundEvent command(Merge merge, Instant now, Origin origin);

    OutboundEvent changed(
            WorkspaceId workspace, MergePermissions before, MergePermissions after, Instant at, Origin origin);
}
