package io.omniflow.ticket.rule.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Opening hours in local wall time. A holiday closes its own date, also for a shift that began the evening before.
 *
 * @param weekly shifts by the day they begin on; an empty map is never open
 */
public record Calendar(ZoneId zone, Map<DayOfWeek, List<Shift>> weekly, List<Holiday> holidays) {
    private static final int DAY = 86_400;
    private static final Shift WHOLE_DAY = new Shift(0, DAY);

    /**
     * Seconds of the local day, {@code from} inclusive, {@code to} exclusive and up to 86,400. A shift that does not end
     * after it begins ends on the next day.
     */
    public record Shift(int from, int to) {
        boolean crossesMidnight() {
            return to <= from;
        }

        boolean holdsOnItsDay(int second) {
            return second >= from && (crossesMidnight() || second < to);
        }

        boolean holdsOnTheNext(int second) {
            return crossesMidnight() && second < to;
        }
    }

    public record Holiday(LocalDate date, Shift closed) {
        public static Holiday whole(LocalDate date) {
            return new Holiday(date, WHOLE_DAY);
        }
    }

    public static Calendar alwaysOpen() {
        Map<DayOfWeek, List<Shift>> weekly = new java.util.EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            weekly.put(day, List.of(WHOLE_DAY));
        }
        return new Calendar(ZoneId.of("UTC"), weekly, List.of());
    }

    public boolean isOpenAt(Instant at) {
        LocalDateTime local = at.atZone(zone).toLocalDateTime();
        int second = local.toLocalTime().toSecondOfDay();
        boolean holiday = holidays.stream()
                .anyMatch(day ->
                        day.date().equals(local.toLocalDate()) && day.closed().holdsOnItsDay(second));
        return !holiday
                && (shifts(local.getDayOfWeek()).stream().anyMatch(shift -> shift.holdsOnItsDay(second))
                        || shifts(local.getDayOfWeek().minus(1)).stream()
                                .anyMatch(shift -> shift.holdsOnTheNext(second)));
    }

    private List<Shift> shifts(DayOfWeek day) {
        return weekly.getOrDefault(day, List.of());
    }
}
