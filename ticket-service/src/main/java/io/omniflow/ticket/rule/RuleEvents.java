package io.omniflow.ticket.rule;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.rule.domain.Rule;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of rules in the published language. */
public interface RuleEvents {
    /** @param before null when it is new; {@code after} null when it is gone */
    OutboundEvent changed(
            WorkspaceId workspace, UUID id, @Nullable Rule before, @Nullable Rule after, Instant at, Origin origin);
}
