package io.omniflow.ticket.view.kafka;

import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.view.View;
import io.omniflow.ticket.view.ViewEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ViewEventsOut implements ViewEvents {
    private static final String KIND = "view";

    @Override
    public OutboundEvent changed(
            WorkspaceId workspace, UUID id, @Nullable View before, @Nullable View after, Instant at, Origin origin) {
        WorkspaceEvent.SettingChanged changed =
                new WorkspaceEvent.SettingChanged(KIND, id.toString(), shown(before), shown(after));
        return OutboundEvent.of(workspace, workspace.value(), changed, at, null, origin);
    }

    private static @Nullable Map<String, Object> shown(@Nullable View view) {
        if (view == null) {
            return null;
        }
        View.Terms terms = view.terms();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", terms.name());
        shown.put("scope", terms.scope().name().toLowerCase(Locale.ROOT));
        if (terms.teamId() != null) {
            shown.put("teamId", terms.teamId().toString());
        }
        shown.put("ownerSubject", view.ownerSubject());
        shown.put("filter", terms.filter());
        shown.put("sort", terms.sort());
        shown.put("columns", terms.columns());
        shown.put("version", view.version());
        return shown;
    }
}
