package io.omniflow.sla.calendar.rest;

import io.omniflow.sla.calendar.domain.Draft;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The hours that begin on each day. */
@Schema(name = "CalendarWeek")
record WeeklyBody(
        @Nullable List<HoursBody> monday,
        @Nullable List<HoursBody> tuesday,
        @Nullable List<HoursBody> wednesday,
        @Nullable List<HoursBody> thursday,
        @Nullable List<HoursBody> friday,
        @Nullable List<HoursBody> saturday,
        @Nullable List<HoursBody> sunday) {

    Map<DayOfWeek, List<Draft.HoursDraft>> draft() {
        Map<DayOfWeek, List<Draft.HoursDraft>> weekly = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            @Nullable List<HoursBody> hours = on(day);
            if (hours != null) {
                weekly.put(day, hours.stream().map(HoursBody::draft).toList());
            }
        }
        return weekly;
    }

    static WeeklyBody of(Draft draft) {
        return new WeeklyBody(
                shown(draft, DayOfWeek.MONDAY),
                shown(draft, DayOfWeek.TUESDAY),
                shown(draft, DayOfWeek.WEDNESDAY),
                shown(draft, DayOfWeek.THURSDAY),
                shown(draft, DayOfWeek.FRIDAY),
                shown(draft, DayOfWeek.SATURDAY),
                shown(draft, DayOfWeek.SUNDAY));
    }

    private @Nullable List<HoursBody> on(DayOfWeek day) {
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

    private static List<HoursBody> shown(Draft draft, DayOfWeek day) {
        return draft.weekly().getOrDefault(day, List.of()).stream()
                .map(hours -> new HoursBody(hours.from(), hours.to()))
                .toList();
    }
}
