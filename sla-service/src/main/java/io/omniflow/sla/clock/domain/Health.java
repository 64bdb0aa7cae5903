package io.omniflow.sla.clock.domain;

/** A ticket's SLA in one word. */
public enum Health {
    NONE,
    OK,
    AT_RISK,
    BREACHED,
    PAUSED,
    MET
}
