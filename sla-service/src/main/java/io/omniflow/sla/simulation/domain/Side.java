package io.omniflow.sla.simulation.domain;

import io.omniflow.sla.clock.domain.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One clock under one set of terms.
 *
 * @param dueAt null while it does not run towards a target
 * @param breachedAt the first deadline it missed
 */
public record Side(
        Outcome outcome,
        @Nullable Duration target,
        @Nullable Instant dueAt,
        @Nullable Instant breachedAt) {
    static final Side NONE = new Side(Outcome.NONE, null, null, null);

    static Side of(Clock clock) {
        return new Side(
                Outcome.of(clock),
                clock.target(),
                clock.dueAt().orElse(null),
                clock.breachedAt().orElse(null));
    }

    boolean isBreached() {
        return outcome == Outcome.BREACHED;
    }
}
