package io.omniflow.sla.simulation;

import java.util.ArrayList;
import java.util.List;

/** The tickets of one transaction: as many as have about so many facts together, but at least one. */
record Portion(List<Simulations.Candidate> tickets) {
    static Portion of(List<Simulations.Candidate> candidates, long facts) {
        List<Simulations.Candidate> taken = new ArrayList<>();
        long held = 0;
        for (Simulations.Candidate candidate : candidates) {
            held += candidate.facts();
            if (!taken.isEmpty() && held > facts) {
                break;
            }
            taken.add(candidate);
        }
        return new Portion(List.copyOf(taken));
    }
}
