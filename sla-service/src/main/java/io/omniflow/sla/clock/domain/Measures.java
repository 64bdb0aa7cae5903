package io.omniflow.sla.clock.domain;

import java.util.Comparator;
import java.util.List;

/**
 * What a ticket is measured by over its life.
 *
 * @param begun the terms in force when its clocks began
 * @param reapplied those it was put under since, in the order of time
 */
public record Measures(Terms begun, List<Reapplied> reapplied) {
    public Measures {
        reapplied =
                reapplied.stream().sorted(Comparator.comparing(Reapplied::at)).toList();
    }

    public static Measures of(Terms terms) {
        return new Measures(terms, List.of());
    }

    /** By what it is measured now. */
    public Terms latest() {
        return reapplied.isEmpty() ? begun : reapplied.getLast().terms();
    }
}
