package io.omniflow.ticket.workspace.kafka;

import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.workspace.WorkspaceEvents;
import io.omniflow.ticket.workspace.WorkspaceSettings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

@ApplicationScoped
class WorkspaceEventsOut implements WorkspaceEvents {
    private static final String KIND = "workspace";

    @Override
    public OutboundEvent changed(WorkspaceId workspace, Settings before, Settings after, Instant at, Origin origin) {
        return OutboundEvent.of(
                workspace,
                workspace.value(),
                new WorkspaceEvent.SettingChanged(KIND, workspace.value().toString(), shown(before), shown(after)),
                at,
                null,
                origin);
    }

    private static Map<String, Object> shown(Settings settings) {
        return Map.of(
                "reopenWaiting",
                settings.reopenWaiting(),
                "reopenResolved",
                settings.reopenResolved(),
                "mergeTakesEarlierStart",
                settings.mergeTakesEarlierStart(),
                "version",
                settings.version());
    }
}
