package io.omniflow.sla.clock.domain;

/** What a policy picks its targets by. */
public enum Priority {
    URGENT,
    HIGH,
    NORMAL,
    LOW
}
