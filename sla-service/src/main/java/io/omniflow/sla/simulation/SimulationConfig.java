package io.omniflow.sla.simulation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How simulations are worked off. */
@ConfigMapping(prefix = "omniflow.simulations")
public interface SimulationConfig {
    /** Tickets of one transaction; the clocks of all workspaces wait while they are folded. */
    @WithDefault("100")
    int ticketsAtOnce();

    /** About how many facts one transaction reads, but at least one ticket's. */
    @WithDefault("1000")
    int factsAtOnce();

    /** After so long a result is removed. */
    @WithDefault("7d")
    Duration kept();
}
