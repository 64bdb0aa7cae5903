package io.omniflow.integration.connection.kafka;

import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.integration.connection.ConnectionEvents;
import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.Health;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ConnectionEventsOut implements ConnectionEvents {
    private static final String KIND = "connection";

    @Override
    public OutboundEvent added(Connection after, Origin origin) {
        return event(after, null, shown(after), after.createdAt(), origin);
    }

    @Override
    public OutboundEvent changed(Connection before, Connection after, Origin origin) {
        return event(after, shown(before), shown(after), after.updatedAt(), origin);
    }

    @Override
    public OutboundEvent removed(Connection before, Instant at, Origin origin) {
        return event(before, shown(before), null, at, origin);
    }

    @Override
    public OutboundEvent healthChanged(
            WorkspaceId workspace, ConnectionId connection, Health before, Health after, Instant at) {
        WorkspaceEvent.SettingChanged changed = new WorkspaceEvent.SettingChanged(
                KIND, connection.value().toString(), Map.of("health", shown(before)), Map.of("health", shown(after)));
        Origin origin = new Origin("system:integration", connection.value().toString(), null);
        return OutboundEvent.of(workspace, workspace.value(), changed, at, null, origin);
    }

    private static Map<String, Object> shown(Health health) {
        return switch (health) {
            case Health.Ok() -> Map.of("state", "ok");
            case Health.Degraded(Problem problem, Instant since) ->
                Map.of("state", "degraded", "problem", problem.detail(), "since", since.toString());
        };
    }

    private static OutboundEvent event(
            Connection connection,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after,
            Instant at,
            Origin origin) {
        WorkspaceEvent.SettingChanged changed =
                new WorkspaceEvent.SettingChanged(KIND, connection.id().value().toString(), before, after);
        return OutboundEvent.of(connection.workspace(), connection.workspace().value(), changed, at, null, origin);
    }

    private static Map<String, Object> shown(Connection connection) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("system", connection.terms().system().text());
        shown.put("name", connection.terms().name());
        if (connection.terms().baseUrl() != null) {
            shown.put("baseUrl", connection.terms().baseUrl().toString());
        }
        shown.put("settings", connection.terms().settings());
        shown.put("sync", connection.terms().sync().text());
        shown.put("secretsSet", connection.secretNames());
        shown.put("secretsChangedAt", connection.secretsChangedAt().toString());
        shown.put("version", connection.version());
        return shown;
    }
}
