package io.omniflow.sla.stale.domain;

/** Whether the attempts to deliver a ping have been alerted of; one series of failures alerts once. */
public enum Series {
    QUIET,
    ALERTED
}
