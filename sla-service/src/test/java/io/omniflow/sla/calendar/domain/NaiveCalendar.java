package io.omniflow.sla.calendar.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The definition, walked minute by minute: a minute is open when the latest time the clock on the wall has shown so far lies
 * in hours of that day, or in a night shift of the day before, and in no holiday. For zones whose offsets are whole minutes.
 */
record NaiveCalendar(Opening.Weekly opening) {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Longer than any zone's clocks ever went back. */
    private static final Duration LOOKBACK = Duration.ofHours(4);

    Duration open(Instant from, Instant to) {
        Walk walk = new Walk(from);
        Duration open = Duration.ZERO;
        while (walk.minute.isBefore(to)) {
            if (walk.isOpen()) {
                Instant begin = later(from, walk.minute);
                Instant end = earlier(to, walk.minute.plus(MINUTE));
                open = open.plus(Duration.between(begin, end));
            }
            walk.step();
        }
        return open;
    }

    /** @param until where to give up */
    Instant after(Instant from, Duration duration, Instant until) {
        Walk walk = new Walk(from);
        Duration left = duration;
        while (!left.isZero() && walk.minute.isBefore(until)) {
            if (walk.isOpen()) {
                Instant begin = later(from, walk.minute);
                Duration here = Duration.between(begin, walk.minute.plus(MINUTE));
                if (here.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = left.minus(here);
            }
            walk.step();
        }
        return left.isZero() ? from : Instant.MAX;
    }

    private final class Walk {
        private final ZoneId zone = opening.zone();
        private Instant minute;
        private LocalDateTime latest = LocalDateTime.MIN;

        Walk(Instant from) {
            Instant start = from.truncatedTo(ChronoUnit.MINUTES);
            for (minute = start.minus(LOOKBACK); minute.isBefore(start); minute = minute.plus(MINUTE)) {
                look();
            }
            look();
        }

        void step() {
            minute = minute.plus(MINUTE);
            look();
        }

        private void look() {
            LocalDateTime shown = LocalDateTime.ofInstant(minute, zone);
            latest = shown.isAfter(latest) ? shown : latest;
        }

        boolean isOpen() {
            LocalDate day = latest.toLocalDate();
            return (begunOn(day, 0) || begunOn(day.minusDays(1), 1_440)) && !isHoliday(day);
        }

        private boolean begunOn(LocalDate day, int later) {
            int shown = minuteOfDay() + later;
            return opening.hours().entrySet().stream()
                    .filter(own -> own.getKey() == day.getDayOfWeek())
                    .flatMap(own -> own.getValue().stream())
                    .anyMatch(hours -> {
                        int from = hours.from().minute();
                        int to = hours.to().minute();
                        return from <= shown && shown < (to <= from ? to + 1_440 : to);
                    });
        }

        private boolean isHoliday(LocalDate day) {
            return opening.holidays().stream()
                    .anyMatch(holiday -> holiday.date().equals(day)
                            && holiday.from().minute() <= minuteOfDay()
                            && minuteOfDay() < holiday.to().minute());
        }

        private int minuteOfDay() {
            return latest.getHour() * 60 + latest.getMinute();
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
