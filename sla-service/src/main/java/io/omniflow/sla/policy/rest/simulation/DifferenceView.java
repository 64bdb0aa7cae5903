package io.omniflow.sla.policy.rest.simulation;

import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.simulation.Simulations;
import io.omniflow.sla.simulation.domain.Side;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A clock of a ticket that would have come out otherwise; {@code before} is as it came out. */
@Schema(name = "SimulatedTicket")
record DifferenceView(UUID ticketId, Metric metric, int cycle, Side before, Side after) {

    static DifferenceView of(Simulations.Difference difference) {
        return new DifferenceView(
                difference.ticket(),
                difference.pair().metric(),
                difference.pair().cycle(),
                difference.pair().before(),
                difference.pair().after());
    }

    /** Describes a page to the readers of the API description. */
    @Schema(name = "SimulatedTicketPage")
    record Several(List<DifferenceView> items, @Nullable String nextCursor) {}
}
