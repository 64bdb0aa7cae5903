package io.omniflow.sla.simulation;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.simulation.domain.Tally;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One simulation and how far it is.
 *
 * @param total tickets created in the period; null until they are counted
 * @param done those of them that are done, whether the result counts them or not
 * @param leftOut of those done, such as could not be read or reckoned: they are in none of the sums
 * @param place of the last ticket done
 * @param tally of those done
 * @param finishedAt null while it goes on
 * @param problem why it failed; null unless it did
 */
public record Simulation(
        WorkspaceId workspace,
        UUID id,
        SimulationState state,
        Wish wish,
        String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Long total,
        long done,
        long leftOut,
        Place place,
        Tally tally,
        @Nullable String problem) {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Where in the order of creation; ids decide where instants are the same. */
    public record Place(Instant createdAt, UUID ticket) {}

    /** New, with nothing done. */
    static Simulation queued(WorkspaceId workspace, UUID id, Wish wish, String createdBy) {
        return new Simulation(
                workspace,
                id,
                SimulationState.QUEUED,
                wish,
                createdBy,
                wish.asOf(),
                null,
                null,
                0,
                0,
                new Place(wish.period().from(), BEFORE_ALL),
                Tally.ZERO,
                null);
    }

    /** Grows with each change: tickets only get done, and states only follow each other. */
    public long version() {
        return done
                + switch (state) {
                    case QUEUED -> 0;
                    case RUNNING -> 1;
                    case COMPLETED, FAILED, CANCELLED -> 2;
                };
    }

    public boolean isOver() {
        return finishedAt != null;
    }
}
