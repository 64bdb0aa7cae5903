package io.omniflow.sla.stale.domain;

import io.omniflow.sla.clock.domain.Calendar;
import io.omniflow.sla.clock.domain.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one ticket is judged by.
 *
 * @param leastRetry an undelivered ping is not tried again sooner
 * @param silences of ticket-service, known so far: a delivery may become known only after one that came behind it
 */
public record Rules(StalePolicy policy, Calendar calendar, Duration leastRetry, List<Silence> silences) {
    public Rules {
        silences = List.copyOf(silences);
    }

    Instant graceEnd(Instant from) {
        return policy.grace().end(from, calendar);
    }

    /** Half the grace that would begin then, in real time. */
    Duration half(Instant from) {
        return Duration.between(from, graceEnd(from)).dividedBy(2);
    }

    /** A quarter of the grace after an undelivered ping. */
    Instant retryAfter(Instant failed) {
        Duration quarter = Duration.between(failed, graceEnd(failed)).dividedBy(4);
        return failed.plus(quarter.compareTo(leastRetry) < 0 ? leastRetry : quarter);
    }
}
