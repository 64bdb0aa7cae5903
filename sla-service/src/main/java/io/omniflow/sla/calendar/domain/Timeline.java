package io.omniflow.sla.calendar.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All of time, cut into segments: a run of weeks that are alike, or one week that is not, because clocks change in it or a
 * holiday lies in it. Each knows the open seconds before it, so every question is answered by two searches among some
 * hundreds of segments. The first and the last are runs without an end.
 */
final class Timeline {
    /** In seconds since 1970. */
    private final long[] begins;
    /** Open seconds between the beginning of the second segment and that of each; ascending, not strictly. */
    private final long[] openBefore;

    private final WeekPattern[] patterns;

    Timeline(List<Segment> segments) {
        this.begins = segments.stream().mapToLong(Segment::begins).toArray();
        this.openBefore = segments.stream().mapToLong(Segment::openBefore).toArray();
        this.patterns = segments.stream().map(Segment::pattern).toArray(WeekPattern[]::new);
    }

    /** Where it begins, the open seconds before, and what each of its weeks is like. */
    record Segment(long begins, long openBefore, WeekPattern pattern) {}

    static Timeline of(Opening.Weekly opening) {
        return new Weeks(opening).timeline();
    }

    /** The open seconds before that second, from a fixed beginning; only differences mean something. */
    long openUntil(long second) {
        int segment = segmentAt(second);
        WeekPattern pattern = patterns[segment];
        long into = second - begins[segment];
        long weeks = Math.floorDiv(into, (long) pattern.seconds());
        int rest = (int) (into - weeks * pattern.seconds());
        return openBefore[segment] + weeks * pattern.openSeconds() + pattern.openUntil(rest);
    }

    boolean isOpen(long second) {
        int segment = segmentAt(second);
        WeekPattern pattern = patterns[segment];
        return pattern.isOpen(Math.floorMod(second - begins[segment], pattern.seconds()));
    }

    /** When the open second of that number begins: the inverse of {@link #openUntil}. */
    long whenOpen(long open) {
        int segment = segmentOpen(open);
        WeekPattern pattern = patterns[segment];
        long into = open - openBefore[segment];
        long weeks = Math.floorDiv(into, (long) pattern.openSeconds());
        int rest = (int) (into - weeks * pattern.openSeconds());
        return begins[segment] + weeks * pattern.seconds() + pattern.whenOpen(rest);
    }

    List<OpenInterval> intervals(Instant from, Instant to) {
        List<OpenInterval> found = new ArrayList<>();
        long week = weekBegin(from.getEpochSecond());
        while (Instant.ofEpochSecond(week).isBefore(to)) {
            WeekPattern pattern = patterns[segmentAt(week)];
            for (int i = 0; i < pattern.intervals(); i++) {
                Instant opens = later(from, Instant.ofEpochSecond(week + pattern.opens(i)));
                Instant closes = earlier(to, Instant.ofEpochSecond(week + pattern.closes(i)));
                if (closes.isAfter(opens)) {
                    add(found, new OpenInterval(opens, closes));
                }
            }
            week += pattern.seconds();
        }
        return List.copyOf(found);
    }

    private static void add(List<OpenInterval> found, OpenInterval next) {
        if (!found.isEmpty() && found.getLast().to().equals(next.from())) {
            found.set(found.size() - 1, new OpenInterval(found.getLast().from(), next.to()));
        } else {
            found.add(next);
        }
    }

    private long weekBegin(long second) {
        int segment = segmentAt(second);
        return second - Math.floorMod(second - begins[segment], patterns[segment].seconds());
    }

    /** The first run has no beginning. */
    private int segmentAt(long second) {
        int found = Arrays.binarySearch(begins, second);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }

    /** Of segments with no open time between them it is the last: the others have none themselves. */
    private int segmentOpen(long open) {
        int low = 0;
        int high = openBefore.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (openBefore[middle] <= open) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.max(0, low - 1);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
