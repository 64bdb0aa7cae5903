package io.omniflow.integration.hook.kafka;

import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.integration.hook.HookEvents;
import io.omniflow.integration.hook.domain.Activity;
import io.omniflow.integration.hook.domain.Attempt;
import io.omniflow.integration.hook.domain.Endpoint;
import io.omniflow.integration.hook.domain.HookDelivery;
import io.omniflow.integration.hook.domain.Shutdown;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class HookEventsOut implements HookEvents {
    private static final String KIND = "webhook_endpoint";
    private static final String SUITE = "system:integration";

    @Override
    public OutboundEvent added(Endpoint after, Origin origin) {
        return setting(after, null, shown(after), after.createdAt(), origin);
    }

    @Override
    public OutboundEvent changed(Endpoint before, Endpoint after, Origin origin) {
        return setting(after, shown(before), shown(after), after.updatedAt(), origin);
    }

    @Override
    public OutboundEvent removed(Endpoint before, Instant at, Origin origin) {
        return setting(before, shown(before), null, at, origin);
    }

    @Override
    public List<OutboundEvent> shut(Endpoint before, Endpoint after, HookDelivery because) {
        Origin origin = new Origin(
                SUITE, after.id().value().toString(), because.message().toString());
        Shutdown shutdown = Objects.requireNonNull(after.shutdown(), "it was shut");
        @Nullable Attempt last = because.lastAttempt();
        WorkspaceEvent.WebhookDisabled disabled = new WorkspaceEvent.WebhookDisabled(
                after.id().value(),
                address(after),
                after.terms().description(),
                shutdown.reason().text(),
                after.failingSince(),
                last == null || last.problem() == null ? null : last.problem().detail());
        return List.of(
                changed(before, after, origin),
                OutboundEvent.of(after.workspace(), after.workspace().value(), disabled, shutdown.at(), null, origin));
    }

    private static OutboundEvent setting(
            Endpoint endpoint,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after,
            Instant at,
            Origin origin) {
        WorkspaceEvent.SettingChanged changed =
                new WorkspaceEvent.SettingChanged(KIND, endpoint.id().value().toString(), before, after);
        return OutboundEvent.of(endpoint.workspace(), endpoint.workspace().value(), changed, at, null, origin);
    }

    private static Map<String, Object> shown(Endpoint endpoint) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("url", address(endpoint));
        shown.put("description", endpoint.terms().description());
        shown.put("eventTypes", endpoint.terms().eventTypes());
        shown.put("enabled", endpoint.terms().activity() == Activity.ENABLED);
        shown.put("secretChangedAt", endpoint.secretChangedAt().toString());
        shown.put("version", endpoint.version());
        return shown;
    }

    /** Without what stands in its query, where some receivers want a key. */
    private static String address(Endpoint endpoint) {
        URI url = endpoint.terms().url();
        return url.getRawQuery() == null
                ? url.toString()
                : url.toString().substring(0, url.toString().indexOf('?')) + "?…";
    }
}
