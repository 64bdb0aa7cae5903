package io.omniflow.sla.calendar.rest;

import io.omniflow.kit.http.MergePatch;
import io.omniflow.sla.calendar.domain.Draft;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A JSON Merge Patch of the week: each day's hours are replaced as a whole, null empties the day. */
@Schema(name = "ChangeCalendarWeek")
record WeeklyChange(
        @Schema(implementation = HoursBody[].class) MergePatch<List<HoursBody>> monday,
        @Schema(implementation = HoursBody[].class) MergePatch<List<HoursBody>> tuesday,
        @Schema(implementation = HoursBody[].class) MergePatch<List<HoursBody>> wednesday,
        @Schema(implementation = HoursBody[].class) MergePatch<List<HoursBody>> thursday,
        @Schema(implementation = HoursBody[].class) MergePatch<List<HoursBody>> friday,
        @Schema(implementation = HoursBody[].class) MergePatch<List<HoursBody>> saturday,
        @Schema(implementation = HoursBody[].class) MergePatch<List<HoursBody>> sunday) {

    Map<DayOfWeek, List<Draft.HoursDraft>> over(Map<DayOfWeek, List<Draft.HoursDraft>> before) {
        Map<DayOfWeek, List<Draft.HoursDraft>> after = new EnumMap<>(DayOfWeek.class);
        after.putAll(before);
        for (DayOfWeek day : DayOfWeek.values()) {
            MergePatch<List<HoursBody>> patch = on(day);
            if (!patch.isAbsent()) {
                @Nullable List<HoursBody> hours = patch.over(null);
                after.put(
                        day,
                        hours == null
                                ? List.of()
                                : hours.stream().map(HoursBody::draft).toList());
            }
        }
        return after;
    }

    private MergePatch<List<HoursBody>> on(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> monday;
            case TUESDAY -> tuesday;
            case WEDNESDAY -> wednesday;
            case THURSDAY -> thursday;
            case FRIDAY -> friday;
            case SATURDAY -> saturday;
            case SUNDAY -> sunday;
        };
    }
}
