package io.omniflow.sla.policy.rest.simulation;

import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.simulation.SeeSimulations;
import io.omniflow.sla.simulation.Simulations;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which tickets a draft would have made a difference to. */
@Path("/api/v1/sla/simulate/{id}/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Simulations")
public class DifferenceResource {
    private final Callers callers;
    private final SeeSimulations seeing;

    DifferenceResource(Callers callers, SeeSimulations seeing) {
        this.callers = callers;
        this.seeing = seeing;
    }

    @GET
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "listSimulatedTickets",
            summary = "List the tickets that would have come out otherwise",
            description =
                    "Clocks whose outcome differs, by ticket; a ticket's clocks each by themselves. Outcomes are met,"
                            + " breached, running (nothing missed so far) and none (no such clock, or no target). While the"
                            + " simulation goes on, it lists what it has found so far.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = DifferenceView.Several.class),
                            examples = @ExampleObject(name = "one", value = SimulationExamples.TICKETS)))
    @APIResponse(responseCode = "404", description = "No such simulation in this workspace, or not any more")
    public Uni<Response> list(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            UriInfo asked) {
        int most = Limit.of(limit);
        Simulations.@Nullable Spot after = cursor == null || cursor.isEmpty() ? null : spot(cursor);
        return seeing.differences(callers.current().workspace(), id, after, most + 1)
                .map(rows -> Page.cut(rows, most, DifferenceResource::cursor))
                .map(page -> Pages.response(page.map(DifferenceView::of), asked));
    }

    private static String cursor(Simulations.Difference last) {
        return Cursors.encode(
                last.ticket().toString(),
                last.pair().metric().name(),
                String.valueOf(last.pair().cycle()));
    }

    private static Simulations.Spot spot(String cursor) {
        List<String> parts = Cursors.decode(cursor, 3);
        Metric metric = Arrays.stream(Metric.values())
                .filter(known -> known.name().equals(parts.get(1)))
                .findFirst()
                .orElseThrow(Cursors::refused);
        long cycle = Cursors.number(parts.get(2));
        if (cycle < 0 || cycle > Integer.MAX_VALUE) {
            throw Cursors.refused();
        }
        return new Simulations.Spot(Cursors.uuid(parts.getFirst()), metric, (int) cycle);
    }
}
