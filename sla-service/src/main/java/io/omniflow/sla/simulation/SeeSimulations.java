package io.omniflow.sla.simulation;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The simulations of a workspace. */
@ApplicationScoped
public class SeeSimulations {
    private final Simulations simulations;
    private final InstantSource time;

    SeeSimulations(Simulations simulations, InstantSource time) {
        this.simulations = simulations;
        this.time = time;
    }

    /** Fails with 404. */
    public Uni<Simulation> one(WorkspaceId workspace, UUID id) {
        return simulations
                .find(workspace, id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The simulation")));
    }

    /** What one has found so far; fails with 404. */
    public Uni<List<Simulations.Difference>> differences(
            WorkspaceId workspace, UUID id, Simulations.@Nullable Spot after, int limit) {
        return one(workspace, id).chain(() -> simulations.differences(workspace, id, after, limit));
    }

    /** Has it go on no longer; one that is over stays as it is. Fails with 404 or 412. */
    public Uni<Void> cancel(WorkspaceId workspace, UUID id, Optional<Long> version) {
        return one(workspace, id)
                .invoke(simulation -> ETags.check(version, simulation.version()))
                .chain(() -> simulations.cancel(workspace, id, time.instant()));
    }
}
