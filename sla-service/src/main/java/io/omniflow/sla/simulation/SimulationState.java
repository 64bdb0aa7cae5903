package io.omniflow.sla.simulation;

/** Queued, then running, then one of the others, for good. */
public enum SimulationState {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED
}
