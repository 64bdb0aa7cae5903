package io.omniflow.sla.clock.domain;

/** Why a clock stopped. What ends by a merge goes on when the merge is undone. */
public enum Ending {
    ANSWERED,
    RESOLVED,
    /** The ticket left the status whose time was measured. */
    LEFT,
    MERGED
}
