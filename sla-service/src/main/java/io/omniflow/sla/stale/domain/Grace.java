package io.omniflow.sla.stale.domain;

import io.omniflow.sla.clock.domain.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The time in which any activity keeps the ticket open; it begins when the first ping was delivered. */
public record Grace(Instant from, Instant until) {

    Instant half() {
        return from.plus(Duration.between(from, until).dividedBy(2));
    }

    /** Longer by what each silence took of it; they come in the order they were. */
    Grace makingUpFor(List<Silence> silences) {
        Grace grace = this;
        for (Silence silence : silences) {
            Instant begun = silence.from().isAfter(grace.from()) ? silence.from() : grace.from();
            Duration lost = Duration.between(begun, silence.until());
            grace = lost.isPositive()
                    ? new Grace(grace.from().plus(lost), grace.until().plus(lost))
                    : grace;
        }
        return grace;
    }

    /** Never shorter than it was. */
    Grace atLeastUntil(Instant end) {
        return end.isAfter(until) ? new Grace(from, end) : this;
    }
}
