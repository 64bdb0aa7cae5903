package io.omniflow.sla.clock.domain;

/** What becomes of a resolution's time when the ticket is reopened. */
public enum Reopening {
    /** What was counted stays counted. */
    RESUME,
    /** A new cycle begins, with breaches of its own. */
    RESTART
}
