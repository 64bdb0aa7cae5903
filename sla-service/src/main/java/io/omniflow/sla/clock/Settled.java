package io.omniflow.sla.clock;

import io.omniflow.sla.clock.domain.Clock;
import io.omniflow.sla.clock.domain.Measures;
import io.omniflow.sla.clock.domain.Reckoning;
import java.util.List;

/**
 * What is to be kept about one ticket after a reckoning.
 *
 * @param unchanged the clocks as they are kept already; empty where all were reckoned from nothing
 */
public record Settled(TicketKey key, Reckoning reckoning, Measures measures, long toldSequence, List<Clock> unchanged) {

    /** Reckoned from nothing: whatever is kept besides has to go. */
    public boolean isWhole() {
        return unchanged.isEmpty();
    }
}
