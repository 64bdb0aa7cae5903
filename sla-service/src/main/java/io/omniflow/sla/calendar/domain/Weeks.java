package io.omniflow.sla.calendar.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lays a calendar out in weeks, each from Monday's midnight on the wall; numbered from that of the first of January 1970. */
final class Weeks {
    private static final LocalDate MONDAY = LocalDate.of(1969, 12, 29);
    private static final int LAST = number(LocalDate.of(2200, 12, 31));
    private static final int WEEK_SECONDS = 7 * 24 * 60 * 60;

    private final WallTime wall;
    private final List<Stretch> usual;
    private final Map<Integer, List<Stretch>> holidays = new TreeMap<>();
    /** A year's change of the clocks looks like every other's: most weeks that are not usual share a pattern. */
    private final Map<List<Integer>, WeekPattern> patterns = new HashMap<>();

    Weeks(Opening.Weekly opening) {
        this.wall = new WallTime(opening.zone());
        this.usual = usual(opening);
        opening.holidays().forEach(holiday -> {
            int midnight = (holiday.date().getDayOfWeek().getValue() - 1) * DayTime.END.minute();
            holidays.computeIfAbsent(number(holiday.date()), _ -> new ArrayList<>())
                    .add(new Stretch(
                            midnight + holiday.from().minute(),
                            midnight + holiday.to().minute()));
        });
    }

    /** Wall time of a week, in minutes since Monday's midnight. */
    private record Stretch(int from, int to) {}

    Timeline timeline() {
        WeekPattern pattern = pattern(
                usual.stream()
                        .flatMap(stretch -> List.of(stretch.from() * 60, stretch.to() * 60).stream())
                        .toList(),
                WEEK_SECONDS);
        List<Timeline.Segment> segments = new ArrayList<>();
        segments.add(new Timeline.Segment(begin(0) - WEEK_SECONDS, -pattern.openSeconds(), pattern));
        long open = 0;
        int next = 0;
        for (int week : unlikeOthers()) {
            if (week > next) {
                segments.add(new Timeline.Segment(begin(next), open, pattern));
                open += (long) (week - next) * pattern.openSeconds();
            }
            WeekPattern own = own(week);
            segments.add(new Timeline.Segment(begin(week), open, own));
            open += own.openSeconds();
            next = week + 1;
        }
        segments.add(new Timeline.Segment(begin(next), open, pattern));
        return new Timeline(segments);
    }

    private SortedSet<Integer> unlikeOthers() {
        SortedSet<Integer> weeks = new TreeSet<>(holidays.keySet());
        Instant until = monday(LAST).atStartOfDay().toInstant(ZoneOffset.UTC);
        for (ZoneOffsetTransition change : wall.changes(Instant.ofEpochSecond(begin(0) - WEEK_SECONDS), until)) {
            weeks.add(number(change.getDateTimeBefore().toLocalDate()));
            weeks.add(number(change.getDateTimeAfter().toLocalDate()));
        }
        return weeks.subSet(0, LAST + 1);
    }

    private WeekPattern own(int week) {
        LocalDateTime midnight = monday(week).atStartOfDay();
        long begin = second(midnight);
        List<Integer> borders = new ArrayList<>();
        for (Stretch stretch : cut(usual, holidays.getOrDefault(week, List.of()))) {
            int opens = (int) (second(midnight.plusMinutes(stretch.from())) - begin);
            int closes = (int) (second(midnight.plusMinutes(stretch.to())) - begin);
            if (closes == opens) {
                continue;
            }
            if (!borders.isEmpty() && borders.getLast() == opens) {
                borders.set(borders.size() - 1, closes);
            } else {
                borders.add(opens);
                borders.add(closes);
            }
        }
        return pattern(borders, (int) (begin(week + 1) - begin));
    }

    private WeekPattern pattern(List<Integer> borders, int seconds) {
        List<Integer> key = new ArrayList<>(borders);
        key.add(seconds);
        return patterns.computeIfAbsent(key, _ -> new WeekPattern(borders, seconds));
    }

    private static List<Stretch> usual(Opening.Weekly opening) {
        int week = 7 * DayTime.END.minute();
        List<Stretch> stretches = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            int midnight = (day.getValue() - 1) * DayTime.END.minute();
            for (Hours hours : opening.on(day)) {
                int to = midnight + hours.endMinute();
                stretches.add(new Stretch(midnight + hours.from().minute(), Math.min(to, week)));
                if (to > week) {
                    stretches.add(new Stretch(0, to - week));
                }
            }
        }
        stretches.sort(Comparator.comparingInt(Stretch::from));
        List<Stretch> joined = new ArrayList<>();
        for (Stretch stretch : stretches) {
            if (!joined.isEmpty() && joined.getLast().to() == stretch.from()) {
                joined.set(joined.size() - 1, new Stretch(joined.getLast().from(), stretch.to()));
            } else {
                joined.add(stretch);
            }
        }
        return List.copyOf(joined);
    }

    private static List<Stretch> cut(List<Stretch> stretches, List<Stretch> closed) {
        List<Stretch> left = stretches;
        for (Stretch gap : closed) {
            List<Stretch> rest = new ArrayList<>();
            for (Stretch stretch : left) {
                addUnlessEmpty(rest, stretch.from(), Math.min(stretch.to(), gap.from()));
                addUnlessEmpty(rest, Math.max(stretch.from(), gap.to()), stretch.to());
            }
            left = rest;
        }
        return left;
    }

    private static void addUnlessEmpty(List<Stretch> stretches, int from, int to) {
        if (to > from) {
            stretches.add(new Stretch(from, to));
        }
    }

    private long begin(int week) {
        return second(monday(week).atStartOfDay());
    }

    /** Zones have no offsets in parts of a second, and hours begin with a minute. */
    private long second(LocalDateTime time) {
        return wall.reached(time).getEpochSecond();
    }

    private static LocalDate monday(int week) {
        return MONDAY.plusWeeks(week);
    }

    private static int number(LocalDate date) {
        return (int) Math.floorDiv(date.toEpochDay() - MONDAY.toEpochDay(), 7L);
    }
}
