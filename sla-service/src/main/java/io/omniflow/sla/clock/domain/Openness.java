package io.omniflow.sla.clock.domain;

/** Whether a calendar is open, and if not, why. */
public enum Openness {
    OPEN,
    OUTSIDE_HOURS,
    /** It would be open, were it not for a holiday. */
    HOLIDAY
}
