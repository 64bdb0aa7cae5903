package io.omniflow.sla.policy.rest.simulation;

import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.simulation.Simulations;
import io.omniflow.sla.simulation.domain.Outcome;
import io.omniflow.sla.simulation.domain.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A clock of a ticket that would have come out otherwise; {@code before} is as it came out. */
@Schema(name = "SimulatedTicket")
record DifferenceView(UUID ticketId, Metric metric, int cycle, SideView before, SideView after) {

    static DifferenceView of(Simulations.Difference difference) {
        return new DifferenceView(
                difference.ticket(),
                difference.pair().metric(),
                difference.pair().cycle(),
                SideView.of(difference.pair().before()),
                SideView.of(difference.pair().after()));
    }

    /**
     * A clock as it came out, or would have.
     *
     * @param dueAt null while it does not run towards a target
     * @param breachedAt the first deadline it missed
     */
    @Schema(name = "SimulatedClock")
    record SideView(
            Outcome outcome,
            @Nullable Duration target,
            @Nullable Instant dueAt,
            @Nullable Instant breachedAt) {

        static SideView of(Side side) {
            return new SideView(side.outcome(), side.target(), side.dueAt(), side.breachedAt());
        }
    }

    /** Describes a page to the readers of the API description. */
    @Schema(name = "SimulatedTicketPage")
    record Several(List<DifferenceView> items, @Nullable String nextCursor) {}
}
