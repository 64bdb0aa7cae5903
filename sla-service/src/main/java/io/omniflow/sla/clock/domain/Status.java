package io.omniflow.sla.clock.domain;

/** A ticket's status, as far as time is concerned. */
public enum Status {
    OPEN,
    IN_PROGRESS,
    WAITING,
    RESOLVED,
    CLOSED;

    boolean isEnded() {
        return this == RESOLVED || this == CLOSED;
    }
}
