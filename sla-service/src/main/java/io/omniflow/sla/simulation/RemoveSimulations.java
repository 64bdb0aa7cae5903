package io.omniflow.sla.simulation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Removes results nobody is to look at any more. */
@ApplicationScoped
public class RemoveSimulations {
    /** A result may have a row for each clock of a year's tickets. */
    private static final int AT_ONCE = 1;

    private final Simulations simulations;
    private final SimulationConfig config;
    private final InstantSource time;

    RemoveSimulations(Simulations simulations, SimulationConfig config, InstantSource time) {
        this.simulations = simulations;
        this.config = config;
        this.time = time;
    }

    public Uni<Void> old() {
        return Uni.createFrom()
                .deferred(() -> simulations.remove(time.instant().minus(config.kept()), AT_ONCE))
                .repeat()
                .whilst(removed -> removed > 0)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
