package io.omniflow.sla.simulation.domain;

/** Which tickets a result counts. */
public enum Scope {
    EVERY,
    /** Those the draft would have measured. */
    MATCHING;

    public boolean counts(Comparison ticket) {
        return this == EVERY || ticket.match() == Match.DRAFT;
    }
}
