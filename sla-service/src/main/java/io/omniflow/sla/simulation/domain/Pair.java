package io.omniflow.sla.simulation.domain;

import io.omniflow.sla.clock.domain.Metric;

/** The same clock in the same cycle, as it was and under the draft. */
public record Pair(Metric metric, int cycle, Side before, Side after) {
    public boolean differs() {
        return before.outcome() != after.outcome();
    }

    boolean isBreachedOnlyBefore() {
        return before.isBreached() && !after.isBreached();
    }

    boolean isBreachedOnlyAfter() {
        return after.isBreached() && !before.isBreached();
    }
}
