package io.omniflow.ticket.lifecycle.domain;

/** Any move between two of them is allowed; only a merged ticket cannot move. */
public enum Status {
    OPEN,
    IN_PROGRESS,
    WAITING,
    RESOLVED,
    CLOSED;

    public boolean isEnded() {
        return this == RESOLVED || this == CLOSED;
    }
}
