package io.omniflow.merge.merging.domain;

/** The status a source had before it was merged, and gets back when that is undone. */
public enum TicketStatus {
    OPEN,
    IN_PROGRESS,
    WAITING,
    RESOLVED,
    CLOSED
}
