package io.omniflow.ticket.rule.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.json.StrictJson;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.rule.RuleEvents;
import io.omniflow.ticket.rule.domain.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class RuleEventsOut implements RuleEvents {
    private static final String KIND = "rule";
    private static final ObjectMapper JSON = StrictJson.create()
            .setDefaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
    private static final TypeReference<Map<String, Object>> SHOWN = new TypeReference<>() {};

    @Override
    public OutboundEvent changed(
            WorkspaceId workspace, UUID id, @Nullable Rule before, @Nullable Rule after, Instant at, Origin origin) {
        WorkspaceEvent.SettingChanged changed =
                new WorkspaceEvent.SettingChanged(KIND, id.toString(), shown(before), shown(after));
        return OutboundEvent.of(workspace, workspace.value(), changed, at, null, origin);
    }

    /** The terms have the shape the API gives them. */
    private static @Nullable Map<String, Object> shown(@Nullable Rule rule) {
        if (rule == null) {
            return null;
        }
        Map<String, Object> shown = JSON.convertValue(rule.terms(), SHOWN);
        shown.put("version", rule.version());
        return shown;
    }
}
