package io.omniflow.sla.clock.domain;

/** Whether the ticket stands for itself or has been merged into another. */
public enum Merging {
    APART,
    MERGED
}
