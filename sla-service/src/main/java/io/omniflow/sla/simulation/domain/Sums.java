package io.omniflow.sla.simulation.domain;

/** What became of the clocks of one metric. */
public record Sums(Counts before, Counts after, long breachedOnlyBefore, long breachedOnlyAfter) {
    static final Sums ZERO = new Sums(Counts.ZERO, Counts.ZERO, 0, 0);

    Sums with(Pair pair) {
        return new Sums(
                before.with(pair.before().outcome()),
                after.with(pair.after().outcome()),
                breachedOnlyBefore + (pair.isBreachedOnlyBefore() ? 1 : 0),
                breachedOnlyAfter + (pair.isBreachedOnlyAfter() ? 1 : 0));
    }
}
