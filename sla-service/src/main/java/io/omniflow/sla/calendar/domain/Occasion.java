package io.omniflow.sla.calendar.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** Something another calendar holds, such as a public holiday, before it is known in which zone it is wanted. */
public sealed interface Occasion {
    String name();

    /** Whole days, the last one included. */
    record Days(String name, LocalDate first, LocalDate last) implements Occasion {}

    /** The same wall time wherever one is. */
    record AtWallTime(String name, LocalDateTime from, LocalDateTime to) implements Occasion {}

    /** The same instants wherever one is. */
    record AtInstant(String name, Instant from, Instant to) implements Occasion {}

    /**
     * What it closes of a calendar in that zone, a day at a time. A minute begun is taken whole; days out of the range that
     * calendars know are left out, and so is what lasts no time.
     */
    default Stream<Holiday> holidays(ZoneId zone) {
        return switch (this) {
            case Days(String name, LocalDate first, LocalDate last) ->
                days(first, last).map(day -> Holiday.wholeDay(day, name));
            case AtWallTime(String name, LocalDateTime from, LocalDateTime to) -> parts(name, from, to);
            case AtInstant(String name, Instant from, Instant to) ->
                parts(name, LocalDateTime.ofInstant(from, zone), LocalDateTime.ofInstant(to, zone));
        };
    }

    private static Stream<Holiday> parts(String name, LocalDateTime from, LocalDateTime to) {
        LocalDateTime begin = from.truncatedTo(ChronoUnit.MINUTES);
        LocalDateTime end = to.truncatedTo(ChronoUnit.MINUTES).equals(to)
                ? to
                : to.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        return days(begin.toLocalDate(), end.toLocalDate())
                .map(day -> new Holiday(
                        day,
                        name,
                        day.equals(begin.toLocalDate()) ? minute(begin.toLocalTime()) : DayTime.START,
                        day.equals(end.toLocalDate()) ? minute(end.toLocalTime()) : DayTime.END))
                .filter(holiday -> holiday.from().compareTo(holiday.to()) < 0);
    }

    private static Stream<LocalDate> days(LocalDate first, LocalDate last) {
        LocalDate begin = first.isBefore(Holiday.FIRST) ? Holiday.FIRST : first;
        LocalDate end = last.isAfter(Holiday.LAST) ? Holiday.LAST : last;
        return begin.isAfter(end) ? Stream.empty() : begin.datesUntil(end.plusDays(1));
    }

    private static DayTime minute(LocalTime time) {
        return new DayTime(time.getHour() * 60 + time.getMinute());
    }
}
