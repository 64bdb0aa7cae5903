package io.omniflow.sla.stale.domain;

import java.time.Duration;
import java.time.Instant;

/** The time in which any activity keeps the ticket open; it begins when the first ping was delivered. */
public record Grace(Instant from, Instant until) {

    Instant half() {
        return from.plus(Duration.between(from, until).dividedBy(2));
    }

    /** Never shorter than it was. */
    Grace atLeastUntil(Instant end) {
        return end.isAfter(until) ? new Grace(from, end) : this;
    }
}
