package io.omniflow.sla.clock.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Open for some milliseconds, closed for some, and so on since 1970: business hours of a size a walk can follow. */
record Blinking(int open, int closed) implements Calendar {

    boolean isOpen(Instant at) {
        return Math.floorMod(at.toEpochMilli(), period()) < open;
    }

    @Override
    public Duration open(Instant from, Instant to) {
        return to.isAfter(from) ? Duration.ofMillis(openUntil(to) - openUntil(from)) : Duration.ZERO;
    }

    @Override
    public Instant after(Instant from, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            return from;
        }
        long wanted = openUntil(from) + duration.toMillis();
        long periods = Math.floorDiv(wanted - 1, (long) open);
        return Instant.ofEpochMilli(periods * period() + wanted - periods * open);
    }

    @Override
    public Instant afterWorkingDays(Instant from, int days) {
        throw new UnsupportedOperationException("it has no days");
    }

    @Override
    public List<Stretch> stretches(Instant from, Instant to) {
        List<Stretch> stretches = new ArrayList<>();
        Instant at = from;
        while (at.isBefore(to)) {
            long into = Math.floorMod(at.toEpochMilli(), period());
            Instant end = at.plusMillis((into < open ? open : period()) - into);
            Instant until = end.isBefore(to) ? end : to;
            stretches.add(new Stretch(at, until, into < open ? Openness.OPEN : Openness.OUTSIDE_HOURS));
            at = until;
        }
        return stretches;
    }

    private long openUntil(Instant at) {
        long periods = Math.floorDiv(at.toEpochMilli(), period());
        return periods * open + Math.min(open, Math.floorMod(at.toEpochMilli(), period()));
    }

    private long period() {
        return (long) open + closed;
    }
}
