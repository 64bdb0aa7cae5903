package io.omniflow.sla.simulation;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.simulation.domain.Pair;
import io.omniflow.sla.simulation.domain.Tally;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored simulations. */
public interface Simulations {
    /** Of one ticket's clock. */
    record Difference(UUID ticket, Pair pair) {}

    /** Where a page of differences ended. */
    record Spot(UUID ticket, Metric metric, int cycle) {}

    /** A ticket of the period; {@code facts} is about how many are kept of it. */
    record Candidate(Simulation.Place place, long facts) {}

    Uni<Void> begin(SqlConnection transaction, Simulation simulation);

    /** How many of the workspace are not over. Others may be begun at the same time. */
    Uni<Integer> open(SqlConnection transaction, WorkspaceId workspace);

    Uni<Optional<Simulation>> find(WorkspaceId workspace, UUID id);

    /** By ticket, metric and cycle, those after {@code after}. */
    Uni<List<Difference>> differences(WorkspaceId workspace, UUID id, @Nullable Spot after, int limit);

    /** Ends it, unless it is over. What it has found stays. */
    Uni<Void> cancel(WorkspaceId workspace, UUID id, Instant at);

    /** Locks the one that waits longest and that nobody works at, beside those that are set aside. */
    Uni<Optional<Simulation>> next(SqlConnection transaction, Collection<UUID> setAside);

    /** Counts the tickets of the period, and has it run. */
    Uni<Void> run(SqlConnection transaction, Simulation simulation, Instant at);

    /** The next tickets of the period by their creation. */
    Uni<List<Candidate>> candidates(SqlConnection transaction, Simulation simulation, int limit);

    /** Writes down what a chunk came to, all of it or nothing. */
    Uni<Void> advance(SqlConnection transaction, Simulation simulation, Progress progress, Instant at);

    /**
     * @param done tickets of this chunk
     * @param leftOut of them, such as could not be read or reckoned
     * @param place of the last of them
     * @param tally of all so far
     */
    record Progress(int done, int leftOut, Simulation.Place place, Tally tally, List<Difference> differences) {}

    Uni<Void> finish(SqlConnection transaction, Simulation simulation, Instant at);

    Uni<Void> fail(SqlConnection transaction, Simulation simulation, String problem, Instant at);

    /** Removes those that were over before {@code before}, with what they found; in the order of their end, at most so many. */
    Uni<Integer> remove(Instant before, int most);
}
