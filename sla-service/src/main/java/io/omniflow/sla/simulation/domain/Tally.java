package io.omniflow.sla.simulation.domain;

import io.omniflow.sla.clock.domain.Metric;
import java.util.EnumMap;
import java.util.Map;

/**
 * The sums over tickets. Clocks that exist on neither side, or have no target on either, are in none of them.
 *
 * @param matched tickets the draft would have measured
 * @param breachedOnlyBefore tickets that missed a deadline as it was, and would have missed none
 * @param breachedOnlyAfter tickets that missed none as it was, and would have missed one
 * @param metrics only those with a clock
 */
public record Tally(
        long tickets, long matched, long breachedOnlyBefore, long breachedOnlyAfter, Map<Metric, Sums> metrics) {
    public static final Tally ZERO = new Tally(0, 0, 0, 0, Map.of());

    public Tally {
        metrics = Map.copyOf(metrics);
    }

    public Tally with(Comparison ticket) {
        Map<Metric, Sums> sums = new EnumMap<>(Metric.class);
        sums.putAll(metrics);
        for (Pair pair : ticket.pairs()) {
            if (pair.before().outcome() != Outcome.NONE || pair.after().outcome() != Outcome.NONE) {
                sums.put(
                        pair.metric(),
                        sums.getOrDefault(pair.metric(), Sums.ZERO).with(pair));
            }
        }
        return new Tally(
                tickets + 1,
                matched + (ticket.match() == Match.DRAFT ? 1 : 0),
                breachedOnlyBefore + (ticket.isBreachedBefore() && !ticket.isBreachedAfter() ? 1 : 0),
                breachedOnlyAfter + (ticket.isBreachedAfter() && !ticket.isBreachedBefore() ? 1 : 0),
                sums);
    }
}
