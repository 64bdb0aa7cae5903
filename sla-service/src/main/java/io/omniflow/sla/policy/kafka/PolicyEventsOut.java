package io.omniflow.sla.policy.kafka;

import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.sla.clock.domain.Targets;
import io.omniflow.sla.policy.PolicyEvents;
import io.omniflow.sla.policy.Shelf;
import io.omniflow.sla.policy.domain.Draft;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A policy as the API takes it, with its version. */
@ApplicationScoped
class PolicyEventsOut implements PolicyEvents {
    private static final String KIND = "policy";

    @Override
    public OutboundEvent changed(
            WorkspaceId workspace,
            UUID id,
            Shelf.@Nullable Placed before,
            Shelf.@Nullable Placed after,
            Instant at,
            Origin origin) {
        WorkspaceEvent.SettingChanged changed =
                new WorkspaceEvent.SettingChanged(KIND, id.toString(), shown(before), shown(after));
        return OutboundEvent.of(workspace, workspace.value(), changed, at, null, origin);
    }

    private static @Nullable Map<String, Object> shown(Shelf.@Nullable Placed placed) {
        if (placed == null) {
            return null;
        }
        Draft draft = Draft.of(placed.policy().definition());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", draft.name());
        shown.put("position", placed.position());
        shown.put("when", when(draft.when()));
        shown.put("calendarId", placed.policy().definition().calendarId().toString());
        Map<String, Object> targets = new LinkedHashMap<>();
        draft.targets().forEach((priority, each) -> targets.put(word(priority), targets(each)));
        shown.put("targets", targets);
        Map<String, Object> ceilings = new LinkedHashMap<>();
        draft.ceilings().forEach((status, most) -> ceilings.put(word(status), most.toString()));
        shown.put("statusCeilings", ceilings);
        shown.put("warnAtPercent", draft.warnAtPercent());
        shown.put("onReopen", word(draft.onReopen()));
        shown.put(
                "escalations",
                draft.escalations().stream().map(PolicyEventsOut::escalation).toList());
        shown.put("version", placed.policy().version());
        return shown;
    }

    private static Map<String, Object> when(Draft.When when) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("teamIds", ids(when.teamIds()));
        shown.put("tags", when.tags());
        shown.put("channels", when.channels());
        shown.put("contactIds", ids(when.contactIds()));
        shown.put("customFields", when.customFields());
        return shown;
    }

    private static Map<String, Object> targets(Targets targets) {
        Map<String, Object> shown = new LinkedHashMap<>();
        putPresent(shown, "firstResponse", targets.firstResponse());
        putPresent(shown, "nextResponse", targets.nextResponse());
        putPresent(shown, "resolution", targets.resolution());
        return shown;
    }

    private static Map<String, Object> escalation(Draft.EscalationDraft escalation) {
        Map<String, Object> shown = new LinkedHashMap<>();
        Draft.@Nullable Action action = escalation.action();
        @Nullable Integer atPercent = escalation.atPercent();
        if (atPercent != null && action != null) {
            shown.put("atPercent", atPercent);
            shown.put("metrics", escalation.metrics());
            shown.put("action", word(action));
        }
        @Nullable UUID team = escalation.teamId();
        if (team != null) {
            shown.put("teamId", team.toString());
        }
        return shown;
    }

    private static void putPresent(Map<String, Object> shown, String name, @Nullable Duration duration) {
        if (duration != null) {
            shown.put(name, duration.toString());
        }
    }

    private static List<String> ids(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
