package io.omniflow.sla.clock.domain;

/** Whether an agent has answered the customer yet. */
public enum Answer {
    AWAITED,
    GIVEN
}
