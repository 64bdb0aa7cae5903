package io.omniflow.ticket.stale.kafka;

import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.stale.StalePolicyEvents;
import io.omniflow.ticket.stale.domain.StalePolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

@ApplicationScoped
class StalePolicyEventsOut implements StalePolicyEvents {
    private static final String KIND = "stale_policy";

    @Override
    public OutboundEvent changed(
            WorkspaceId workspace, StalePolicy before, StalePolicy after, Instant at, Origin origin) {
        return OutboundEvent.of(
                workspace,
                workspace.value(),
                new WorkspaceEvent.SettingChanged(KIND, workspace.value().toString(), shown(before), shown(after)),
                at,
                null,
                origin);
    }

    private static Map<String, Object> shown(StalePolicy policy) {
        return Map.of(
                "enabled",
                policy.enabled(),
                "waitingFor",
                policy.waitingFor().text(),
                "grace",
                policy.grace().text(),
                "autoClose",
                policy.autoClose(),
                "version",
                policy.version());
    }
}
