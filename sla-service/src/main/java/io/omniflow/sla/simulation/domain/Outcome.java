package io.omniflow.sla.simulation.domain;

import io.omniflow.sla.clock.domain.Clock;

/** What became of one clock by an instant. */
public enum Outcome {
    MET,
    /** It missed a deadline in its cycle, whatever came afterwards. */
    BREACHED,
    /** Not decided yet: it runs or pauses, and has missed nothing. */
    RUNNING,
    /** There is no such clock, it has no target, or a merge ended it in time. */
    NONE;

    static Outcome of(Clock clock) {
        if (clock.breachedAt().isPresent()) {
            return BREACHED;
        }
        if (clock.target() == null) {
            return NONE;
        }
        if (clock.met()) {
            return MET;
        }
        return clock.stoppedAt().isPresent() ? NONE : RUNNING;
    }
}
