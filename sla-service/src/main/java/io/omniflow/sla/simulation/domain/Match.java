package io.omniflow.sla.simulation.domain;

/** By what a ticket would have been measured. */
public enum Match {
    /** By the draft, at some time of its life. */
    DRAFT,
    /** By the other policies alone. */
    OTHERS
}
