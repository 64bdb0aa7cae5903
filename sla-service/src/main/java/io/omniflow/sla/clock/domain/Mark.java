package io.omniflow.sla.clock.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * A share of a target that a clock has passed. Each counts once per target and policy version within a cycle.
 *
 * @param percent a warning, or {@link #BREACH}
 * @param policy the version that set the target
 * @param at the instant it was reached, whenever it was noticed
 */
public record Mark(int percent, Duration target, PolicyRef policy, Instant at) {
    public static final int BREACH = 100;

    public boolean isBreach() {
        return percent == BREACH;
    }

    /** Whether both stand for the same passing, at whatever instant. */
    public boolean sameAs(Mark other) {
        return percent == other.percent && policy.equals(other.policy) && target.equals(other.target);
    }

    /** The part of a target a percentage stands for, cut to the millisecond. */
    static Duration share(Duration target, int percent) {
        return percent == BREACH
                ? target
                : Duration.ofMillis(target.multipliedBy(percent).dividedBy(100).toMillis());
    }
}
