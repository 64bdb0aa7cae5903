package io.omniflow.sla.calendar.domain;

import io.omniflow.sla.clock.domain.Calendar;
import io.omniflow.sla.clock.domain.Openness;
import io.omniflow.sla.clock.domain.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Weekly hours less the holidays, in a time zone; how wall time becomes real time is told at {@link WallTime}. Exact to the
 * nanosecond, safe for many threads, and it costs the same for a target of tomorrow and one of the next century.
 *
 * <p>The law: for every start and every duration {@code open(start, after(start, d))} is {@code d}, and {@code after} is the
 * first instant for which that holds. Open time that ends with the day is reached at closing, not at the next opening.
 *
 * <p>Changes of the clocks and holidays are known from 1970 to 2200. Before and after, the weekly hours go on in the offset
 * of that end.
 */
public final class BusinessHours implements Calendar {
    private final Opening.Weekly opening;
    private final Timeline timeline;
    private final WorkingDays workingDays;

    private BusinessHours(Opening.Weekly opening) {
        this.opening = opening;
        this.timeline = Timeline.of(opening);
        this.workingDays = new WorkingDays(opening);
    }

    public static BusinessHours of(Opening.Weekly opening) {
        return new BusinessHours(opening);
    }

    @Override
    public Duration open(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        long seconds = timeline.openUntil(to.getEpochSecond()) - timeline.openUntil(from.getEpochSecond());
        return Duration.ofSeconds(seconds, (long) openNanos(to) - openNanos(from));
    }

    @Override
    public Instant after(Instant from, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            return from;
        }
        Duration target = Duration.ofSeconds(timeline.openUntil(from.getEpochSecond()), openNanos(from))
                .plus(duration);
        // with nothing beyond the full second it is reached where the second before it ends
        return target.getNano() == 0
                ? Instant.ofEpochSecond(timeline.whenOpen(target.getSeconds() - 1) + 1)
                : Instant.ofEpochSecond(timeline.whenOpen(target.getSeconds()), target.getNano());
    }

    /** @throws IllegalArgumentException when there is no working day for four years */
    @Override
    public Instant afterWorkingDays(Instant from, int days) {
        return workingDays.after(from, days);
    }

    /** Lays the calendar out a second time, without its holidays: not for a hot path. */
    @Override
    public List<Stretch> stretches(Instant from, Instant to) {
        List<OpenInterval> usual = opening.holidays().isEmpty()
                ? List.of()
                : Timeline.of(new Opening.Weekly(opening.zone(), opening.hours(), List.of()))
                        .intervals(from, to);
        List<Stretch> stretches = new ArrayList<>();
        Instant at = from;
        for (OpenInterval open : intervals(from, to)) {
            closed(stretches, usual, at, open.from());
            stretches.add(new Stretch(open.from(), open.to(), Openness.OPEN));
            at = open.to();
        }
        closed(stretches, usual, at, to);
        return List.copyOf(stretches);
    }

    /** Of what is closed, the usual hours are taken by a holiday. */
    private static void closed(List<Stretch> stretches, List<OpenInterval> usual, Instant from, Instant to) {
        Instant at = from;
        for (OpenInterval hours : usual) {
            Instant begins = hours.from().isAfter(at) ? hours.from() : at;
            Instant ends = hours.to().isBefore(to) ? hours.to() : to;
            if (ends.isAfter(begins)) {
                add(stretches, at, begins, Openness.OUTSIDE_HOURS);
                add(stretches, begins, ends, Openness.HOLIDAY);
                at = ends;
            }
        }
        add(stretches, at, to, Openness.OUTSIDE_HOURS);
    }

    private static void add(List<Stretch> stretches, Instant from, Instant to, Openness openness) {
        if (to.isAfter(from)) {
            stretches.add(new Stretch(from, to, openness));
        }
    }

    /** The open stretches between two instants, cut off there, none touching the next. */
    public List<OpenInterval> intervals(Instant from, Instant to) {
        return timeline.intervals(from, to);
    }

    /** What an instant has beyond its full second, where that second is open. */
    private int openNanos(Instant at) {
        return at.getNano() != 0 && timeline.isOpen(at.getEpochSecond()) ? at.getNano() : 0;
    }
}
