package io.omniflow.sla.clock.domain;

import io.omniflow.sla.calendar.domain.DayTime;
import io.omniflow.sla.calendar.domain.Holiday;
import io.omniflow.sla.calendar.domain.Hours;
import io.omniflow.sla.calendar.domain.Opening;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A calendar of a scenario: {@code weekdays} and {@code daily} are hours of several days at once, {@code hours} those of
 * single days; all as {@code 09:00-17:00}. A holiday is a date, or a date and hours behind a blank.
 */
record GivenCalendar(
        @Nullable String zone,
        @Nullable List<String> weekdays,
        @Nullable List<String> daily,
        @Nullable Map<DayOfWeek, List<String>> hours,
        @Nullable List<String> holidays) {

    /** What the worked cases of the domain go by: Monday to Friday, 09:00 to 17:00 in Berlin. */
    static final GivenCalendar OFFICE = new GivenCalendar(null, List.of("09:00-17:00"), null, null, null);

    Calendar calendar() {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (daily != null) {
                week.put(day, hours(daily));
            }
            if (weekdays != null && day.getValue() <= DayOfWeek.FRIDAY.getValue()) {
                week.put(day, hours(weekdays));
            }
        }
        if (hours != null) {
            hours.forEach((day, several) -> week.put(day, hours(several)));
        }
        return new Opening.Weekly(
                        ZoneId.of(zone == null ? "Europe/Berlin" : zone),
                        week,
                        holidays == null
                                ? List.of()
                                : holidays.stream().map(GivenCalendar::holiday).toList())
                .calendar();
    }

    private static List<Hours> hours(List<String> several) {
        return several.stream().map(GivenCalendar::hours).toList();
    }

    private static Hours hours(String text) {
        String[] ends = text.split("-");
        return new Hours(time(ends[0]), time(ends[1]));
    }

    private static Holiday holiday(String text) {
        String[] parts = text.split(" ");
        LocalDate date = LocalDate.parse(parts[0]);
        if (parts.length == 1) {
            return Holiday.wholeDay(date, text);
        }
        Hours part = hours(parts[1]);
        return new Holiday(date, text, part.from(), part.to());
    }

    private static DayTime time(String text) {
        return DayTime.parse(text).orElseThrow();
    }
}
