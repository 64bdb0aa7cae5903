package io.omniflow.sla.simulation.domain;

/** How many clocks came to what. */
public record Counts(long met, long breached, long running) {
    static final Counts ZERO = new Counts(0, 0, 0);

    Counts with(Outcome outcome) {
        return switch (outcome) {
            case MET -> new Counts(met + 1, breached, running);
            case BREACHED -> new Counts(met, breached + 1, running);
            case RUNNING -> new Counts(met, breached, running + 1);
            case NONE -> this;
        };
    }
}
