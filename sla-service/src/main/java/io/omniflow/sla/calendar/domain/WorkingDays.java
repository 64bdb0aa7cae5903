package io.omniflow.sla.calendar.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Time counted in working days rather than in hours.
 *
 * <p>A working day is a day on the wall on which hours begin that are at least partly open on that day itself: the morning
 * that belongs to Friday's night shift makes no working day of Saturday. {@code n} working days after an instant is the same
 * wall time of the n-th working day after it. An instant on a day off counts as the midnight with which the next working day
 * begins, so that the first day counts whole. A calendar that is always open has days of 24 hours.
 */
public final class WorkingDays {
    /** How far one looks for a working day: a calendar may have a year of holidays, but not more than these. */
    private static final int FARTHEST = 4 * 366;

    private final Opening opening;

    public WorkingDays(Opening opening) {
        this.opening = opening;
    }

    /**
     * @param days zero or more
     * @throws IllegalArgumentException for fewer, or when there is no working day for four years
     */
    public Instant after(Instant from, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("Days to come, not " + days);
        }
        return switch (opening) {
            case Opening.Always() -> from.plus(Duration.ofDays(days));
            case Opening.Weekly weekly -> days == 0 ? from : after(weekly, from, days);
        };
    }

    private static Instant after(Opening.Weekly weekly, Instant from, int days) {
        WallTime wall = new WallTime(weekly.zone());
        LocalDateTime start = wall.at(from);
        LocalDate day = start.toLocalDate();
        LocalTime time = start.toLocalTime();
        if (!isWorkingDay(weekly, wall, day)) {
            day = nextAfter(weekly, wall, day);
            time = LocalTime.MIDNIGHT;
        }
        for (int i = 0; i < days; i++) {
            day = nextAfter(weekly, wall, day);
        }
        return wall.reached(day.atTime(time));
    }

    private static LocalDate nextAfter(Opening.Weekly weekly, WallTime wall, LocalDate day) {
        return day.plusDays(1)
                .datesUntil(day.plusDays(FARTHEST))
                .filter(next -> isWorkingDay(weekly, wall, next))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No working day within years after " + day));
    }

    private static boolean isWorkingDay(Opening.Weekly weekly, WallTime wall, LocalDate day) {
        LocalDateTime midnight = day.atStartOfDay();
        return weekly.on(day.getDayOfWeek()).stream()
                .anyMatch(hours -> isPartlyOpen(
                        weekly,
                        wall,
                        midnight.plusMinutes(hours.from().minute()),
                        midnight.plusMinutes(Math.min(hours.endMinute(), DayTime.END.minute()))));
    }

    private static boolean isPartlyOpen(Opening.Weekly weekly, WallTime wall, LocalDateTime from, LocalDateTime to) {
        LocalDate day = from.toLocalDate();
        LocalDateTime open = from;
        for (Holiday holiday : weekly.holidaysOn(day)) {
            LocalDateTime closes = day.atStartOfDay().plusMinutes(holiday.from().minute());
            if (wall.reached(min(closes, to)).isAfter(wall.reached(open))) {
                return true;
            }
            LocalDateTime opens = day.atStartOfDay().plusMinutes(holiday.to().minute());
            open = opens.isAfter(open) ? opens : open;
        }
        return wall.reached(to).isAfter(wall.reached(open));
    }

    private static LocalDateTime min(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
