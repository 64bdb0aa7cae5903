package io.omniflow.sla.overview;

import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From one instant, which belongs to it, to another, which does not. */
record Period(Instant from, Instant to) {
    private static final Duration USUAL = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(366);

    /** What is left out is now for the end and thirty days before it for the beginning; fails with 422. */
    static Period of(@Nullable Instant from, @Nullable Instant to, Instant now) {
        Instant end = to == null ? now : to;
        Instant begin = from == null ? end.minus(USUAL) : from;
        if (!begin.isBefore(end)) {
            throw Problems.invalid(List.of(new FieldError("from", "must be before to")));
        }
        if (Duration.between(begin, end).compareTo(LONGEST) > 0) {
            throw Problems.invalid(List.of(new FieldError("from", "must be at most 366 days before to")));
        }
        return new Period(begin, end);
    }

    OffsetDateTime begin() {
        return ClockPlace.utc(from);
    }

    OffsetDateTime end() {
        return ClockPlace.utc(to);
    }
}
