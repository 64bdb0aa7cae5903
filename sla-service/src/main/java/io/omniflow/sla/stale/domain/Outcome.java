package io.omniflow.sla.stale.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param watch null when there is nothing to watch */
public record Outcome(@Nullable Watch watch, List<Deed> deeds) {
    public static final Outcome NOTHING = new Outcome(null, List.of());

    public Outcome {
        deeds = List.copyOf(deeds);
    }

    static Outcome of(Watch watch, Deed... deeds) {
        return new Outcome(watch, List.of(deeds));
    }
}
