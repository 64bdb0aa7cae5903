package io.omniflow.sla.policy.rest.simulation;

import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.simulation.Simulation;
import io.omniflow.sla.simulation.SimulationState;
import io.omniflow.sla.simulation.domain.Counts;
import io.omniflow.sla.simulation.domain.Sums;
import io.omniflow.sla.simulation.domain.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A simulation and how far it is.
 *
 * @param policyId the policy the draft is a change of, or one made up for it
 * @param position where the draft stands among the workspace's policies as they were at the beginning
 * @param asOf to which instant clocks are judged; later facts are left out
 * @param total tickets created in the period; null until they are counted
 * @param leftOut of those done, such as could not be reckoned; they are in none of the sums
 * @param result of the tickets done so far
 * @param problem why it failed; null unless it did
 */
@Schema(name = "Simulation")
record SimulationView(
        UUID id,
        SimulationState state,
        String policyName,
        UUID policyId,
        int position,
        Instant from,
        Instant to,
        Instant asOf,
        SimulateRequest.@Nullable Only only,
        @Nullable Long total,
        long done,
        long leftOut,
        Result result,
        @Nullable String problem,
        String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    static SimulationView of(Simulation simulation) {
        return new SimulationView(
                simulation.id(),
                simulation.state(),
                simulation.wish().sketch().definition().name(),
                simulation.wish().sketch().ref().id(),
                simulation.wish().sketch().position(),
                simulation.wish().period().from(),
                simulation.wish().period().to(),
                simulation.wish().asOf(),
                SimulateRequest.Only.of(simulation.wish().scope()),
                simulation.total(),
                simulation.done(),
                simulation.leftOut(),
                Result.of(simulation.tally()),
                simulation.problem(),
                simulation.createdBy(),
                simulation.createdAt(),
                simulation.finishedAt());
    }

    /**
     * The sums.
     *
     * @param matched tickets the draft would have measured at some time
     * @param breachedOnlyBefore tickets that missed a deadline and would have missed none
     * @param breachedOnlyAfter tickets that missed none and would have missed one
     * @param metrics those with a clock
     */
    @Schema(name = "SimulationResult")
    record Result(long tickets, long matched, long breachedOnlyBefore, long breachedOnlyAfter, List<OfMetric> metrics) {

        static Result of(Tally tally) {
            return new Result(
                    tally.tickets(),
                    tally.matched(),
                    tally.breachedOnlyBefore(),
                    tally.breachedOnlyAfter(),
                    tally.metrics().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(each -> OfMetric.of(each.getKey(), each.getValue()))
                            .toList());
        }
    }

    /** Clocks of one metric: as they came out, and as they would have under the draft. */
    @Schema(name = "SimulationResultOfMetric")
    record OfMetric(
            Metric metric, CountsView before, CountsView after, long breachedOnlyBefore, long breachedOnlyAfter) {

        static OfMetric of(Metric metric, Sums sums) {
            return new OfMetric(
                    metric,
                    CountsView.of(sums.before()),
                    CountsView.of(sums.after()),
                    sums.breachedOnlyBefore(),
                    sums.breachedOnlyAfter());
        }
    }

    /** How many clocks came to what; running are those that have missed nothing so far. */
    @Schema(name = "SimulationCounts")
    record CountsView(long met, long breached, long running) {

        static CountsView of(Counts counts) {
            return new CountsView(counts.met(), counts.breached(), counts.running());
        }
    }
}
