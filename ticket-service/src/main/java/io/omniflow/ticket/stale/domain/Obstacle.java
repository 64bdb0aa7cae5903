package io.omniflow.ticket.stale.domain;

/** What stands in the way of closing a ticket that nobody touches. */
public enum Obstacle {
    /** The workspace has not switched auto-close on. */
    NOT_WANTED,
    NOT_PINGED,
    GRACE_NOT_OVER,
    ACTIVITY_SINCE
}
