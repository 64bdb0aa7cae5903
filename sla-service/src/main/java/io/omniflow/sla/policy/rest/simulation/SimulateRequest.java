package io.omniflow.sla.policy.rest.simulation;

import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.policy.SketchPolicies;
import io.omniflow.sla.policy.rest.PolicyRequest;
import io.omniflow.sla.simulation.StartSimulation;
import io.omniflow.sla.simulation.domain.Scope;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A draft, and the tickets to try it on.
 *
 * @param policyId the policy the draft is a change of; it takes its place, and stays where it is unless it has a position
 * @param from of the tickets' creation; thirty days before {@code to} when left out, at most 366
 * @param to not included; now when left out or ahead
 * @param only what the result is limited to
 */
@Schema(name = "Simulate")
record SimulateRequest(
        @Nullable PolicyRequest policy,
        @Nullable UUID policyId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Only only) {

    /** Tickets the draft would have measured at some time. */
    @Schema(name = "SimulateOnly")
    enum Only {
        MATCHING;

        static @Nullable Only of(Scope scope) {
            return scope == Scope.MATCHING ? MATCHING : null;
        }
    }

    /** Fails with 422 without a draft, or for a position below 1. */
    SketchPolicies.Wanted wanted() {
        if (policy == null) {
            throw Problems.invalid("/policy", "is needed: the draft to try");
        }
        @Nullable Integer position = policy.position();
        if (position != null && position < 1) {
            throw Problems.invalid("/policy/position", "must be 1 or more");
        }
        return new SketchPolicies.Wanted(policy.draft(), policy.place(), policyId);
    }

    StartSimulation.Tickets tickets() {
        return new StartSimulation.Tickets(from, to, only == null ? Scope.EVERY : Scope.MATCHING);
    }
}
