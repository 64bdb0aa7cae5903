package io.omniflow.sla.simulation;

import io.omniflow.kit.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From one instant, which belongs to it, to another, which does not. */
public record Period(Instant from, Instant to) {
    private static final Duration USUAL = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * What is left out, or lies ahead, is now for the end, and thirty days before it for the beginning; fails with 422.
     */
    static Period of(@Nullable Instant from, @Nullable Instant to, Instant now) {
        Instant end = to == null || to.isAfter(now) ? now : to;
        Instant begin = from == null ? end.minus(USUAL) : from;
        if (!begin.isBefore(end)) {
            throw Problems.invalid("/from", "must be before to, and before now");
        }
        if (Duration.between(begin, end).compareTo(LONGEST) > 0) {
            throw Problems.invalid("/from", "must be at most 366 days before to");
        }
        return new Period(begin, end);
    }
}
