package io.omniflow.merge.retention.kafka;

import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.merge.retention.Retention;
import io.omniflow.merge.retention.RetentionEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

@ApplicationScoped
class RetentionEventsOut implements RetentionEvents {
    @Override
    public OutboundEvent changed(WorkspaceId workspace, Retention before, Retention after, Instant at, Origin origin) {
        return OutboundEvent.of(
                workspace,
                workspace.value(),
                new WorkspaceEvent.SettingChanged(
                        "audit_retention", workspace.value().toString(), json(before), json(after)),
                at,
                null,
                origin);
    }

    private static Map<String, Object> json(Retention retention) {
        Map<String, Object> json = new HashMap<>();
        json.put("keepDays", retention.keepDays());
        return json;
    }
}
