package io.omniflow.sla.calendar.kafka;

import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.sla.calendar.CalendarEvents;
import io.omniflow.sla.calendar.KeptCalendar;
import io.omniflow.sla.calendar.domain.Draft;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A calendar as the API takes it, with its version. */
@ApplicationScoped
class CalendarEventsOut implements CalendarEvents {
    private static final String KIND = "calendar";

    @Override
    public OutboundEvent changed(
            WorkspaceId workspace,
            UUID id,
            @Nullable KeptCalendar before,
            @Nullable KeptCalendar after,
            Instant at,
            Origin origin) {
        WorkspaceEvent.SettingChanged changed =
                new WorkspaceEvent.SettingChanged(KIND, id.toString(), shown(before), shown(after));
        return OutboundEvent.of(workspace, workspace.value(), changed, at, null, origin);
    }

    private static @Nullable Map<String, Object> shown(@Nullable KeptCalendar calendar) {
        if (calendar == null) {
            return null;
        }
        Draft draft = Draft.of(calendar.definition());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", draft.name());
        shown.put("alwaysOpen", draft.kind() == Draft.Kind.ALWAYS_OPEN);
        if (draft.timeZone() != null) {
            shown.put("timeZone", draft.timeZone());
            shown.put("weekly", weekly(draft));
            shown.put(
                    "holidays",
                    draft.holidays().stream().map(CalendarEventsOut::holiday).toList());
        }
        shown.put("version", calendar.version());
        return shown;
    }

    private static Map<String, Object> weekly(Draft draft) {
        Map<String, Object> weekly = new LinkedHashMap<>();
        draft.weekly()
                .forEach((day, several) -> weekly.put(
                        day.name().toLowerCase(Locale.ROOT),
                        several.stream().map(CalendarEventsOut::hours).toList()));
        return weekly;
    }

    private static Map<String, Object> hours(Draft.HoursDraft hours) {
        return present(List.of("from", "to"), hours.from(), hours.to());
    }

    private static Map<String, Object> holiday(Draft.HolidayDraft holiday) {
        return present(
                List.of("date", "name", "from", "to"),
                String.valueOf(holiday.date()),
                holiday.name(),
                holiday.from(),
                holiday.to());
    }

    private static Map<String, Object> present(List<String> names, @Nullable String... values) {
        Map<String, Object> present = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String value = values[i];
            if (value != null) {
                present.put(names.get(i), value);
            }
        }
        return present;
    }
}
