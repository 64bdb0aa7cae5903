package io.omniflow.sla.clock.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** 24×7. */
public record AlwaysOpen() implements Calendar {

    @Override
    public Duration open(Instant from, Instant to) {
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }

    @Override
    public Instant after(Instant from, Duration duration) {
        return from.plus(duration);
    }

    /** Every day is one. */
    @Override
    public Instant afterWorkingDays(Instant from, int days) {
        return from.plus(Duration.ofDays(days));
    }

    @Override
    public List<Stretch> stretches(Instant from, Instant to) {
        return to.isAfter(from) ? List.of(new Stretch(from, to, Openness.OPEN)) : List.of();
    }
}
