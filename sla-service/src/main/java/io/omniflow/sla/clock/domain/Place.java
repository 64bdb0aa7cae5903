package io.omniflow.sla.clock.domain;

/** Where a fact stands among the facts of its change. */
public enum Place {
    INNER,
    LAST
}
