package io.omniflow.sla.calendar.rest;

import io.omniflow.kit.http.MergePatch;
import io.omniflow.sla.calendar.domain.Definition;
import io.omniflow.sla.calendar.domain.Draft;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Merge Patch: days are patched one by one, holidays replaced as a whole. A calendar that becomes always open loses
 * what only other calendars have, unless the same patch names it.
 */
@Schema(name = "ChangeCalendar")
record CalendarChangeRequest(
        @Schema(implementation = String.class) MergePatch<String> name,
        @Schema(implementation = Boolean.class) MergePatch<Boolean> alwaysOpen,
        @Schema(implementation = String.class) MergePatch<String> timeZone,
        @Schema(implementation = WeeklyChange.class) MergePatch<WeeklyChange> weekly,
        @Schema(implementation = HolidayBody[].class) MergePatch<List<HolidayBody>> holidays) {

    Draft over(Definition definition) {
        Draft before = Draft.of(definition);
        Draft.Kind kind = kind(before);
        Draft base = kind == before.kind() ? before : new Draft(before.name(), kind, null, Map.of(), List.of());
        @Nullable String named = name.over(base.name());
        return new Draft(
                named == null ? "" : named, kind, timeZone.over(base.timeZone()), weekly(base), holidays(base));
    }

    private Draft.Kind kind(Draft before) {
        @Nullable Boolean always = alwaysOpen.over(before.kind() == Draft.Kind.ALWAYS_OPEN);
        return always != null && always ? Draft.Kind.ALWAYS_OPEN : Draft.Kind.BUSINESS_HOURS;
    }

    private Map<DayOfWeek, List<Draft.HoursDraft>> weekly(Draft before) {
        return switch (weekly) {
            case MergePatch.Absent<WeeklyChange> _ -> before.weekly();
            case MergePatch.Cleared<WeeklyChange> _ -> Map.of();
            case MergePatch.Given<WeeklyChange>(WeeklyChange change) -> change.over(before.weekly());
        };
    }

    private List<Draft.HolidayDraft> holidays(Draft before) {
        return switch (holidays) {
            case MergePatch.Absent<List<HolidayBody>> _ -> before.holidays();
            case MergePatch.Cleared<List<HolidayBody>> _ -> List.of();
            case MergePatch.Given<List<HolidayBody>>(List<HolidayBody> given) ->
                given.stream().map(HolidayBody::draft).toList();
        };
    }
}
