package io.omniflow.integration.sync.kafka;

import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.sync.MappingEvents;
import io.omniflow.integration.sync.domain.Mapping;
import io.omniflow.integration.sync.domain.StateKind;
import io.omniflow.integration.sync.domain.StoredMapping;
import io.omniflow.integration.sync.domain.Target;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A mapping is told as part of its connection's settings. */
@ApplicationScoped
class MappingEventsOut implements MappingEvents {
    private static final String KIND = "connection";
    private static final String LEFT_ALONE = "left alone";

    @Override
    public OutboundEvent changed(
            Connection connection, StoredMapping before, StoredMapping after, Instant at, Origin origin) {
        WorkspaceEvent.SettingChanged changed = new WorkspaceEvent.SettingChanged(
                KIND, connection.id().value().toString(), shown(before), shown(after));
        return OutboundEvent.of(connection.workspace(), connection.workspace().value(), changed, at, null, origin);
    }

    private static Map<String, Object> shown(StoredMapping stored) {
        Mapping mapping = stored.mapping();
        List<Map<String, Object>> toTicket = mapping.toTicket().stream()
                .map(rule -> Map.<String, Object>of(
                        "when",
                        shown(rule.when()),
                        "status",
                        rule.status() == null ? LEFT_ALONE : rule.status().text()))
                .toList();
        Map<String, Object> toIssue = new TreeMap<>();
        mapping.toIssue().forEach((status, target) -> toIssue.put(status.text(), shown(target)));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("toTicket", toTicket);
        shown.put("toIssue", toIssue);
        shown.put("comments", mapping.extras().contains(Mapping.Extra.COMMENTS));
        return Map.of("mapping", shown);
    }

    private static String shown(Target target) {
        return switch (target) {
            case Target.State(String id) -> "state " + id;
            case Target.Kind(StateKind kind) -> "kind " + kind.text();
        };
    }
}
