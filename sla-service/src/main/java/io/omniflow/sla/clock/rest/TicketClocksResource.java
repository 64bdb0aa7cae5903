package io.omniflow.sla.clock.rest;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.clock.ExplainClocks;
import io.omniflow.sla.clock.ReadClocks;
import io.omniflow.sla.clock.TicketKey;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The clocks of one ticket. */
@Path("/api/v1/sla/tickets")
@Tag(name = "SLA")
public class TicketClocksResource {
    private final Callers callers;
    private final ReadClocks clocks;
    private final ExplainClocks explaining;

    TicketClocksResource(Callers callers, ReadClocks clocks, ExplainClocks explaining) {
        this.callers = callers;
        this.clocks = clocks;
        this.explaining = explaining;
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getTicketClocks", summary = "The clocks of a ticket", description = """
                    Every clock of the ticket as it stands at this moment, each of its cycles: `first_response` and
                    `resolution` always, `next_response` for each wait of the customer and `status_open`,
                    `status_in_progress`, `status_waiting` for each stay in a status, where the policy has a target or a
                    ceiling for it. Durations are exact. A clock that does not run has no due time; what is left is in
                    `remaining`. The ETag is the ticket's version that the clocks
                    reflect: after a change of the ticket, ask until it is reached.

                    Example: `GET /api/v1/sla/tickets/019aae10-0000-7000-8000-000000000042`""")
    @APIResponse(
            responseCode = "200",
            description = "The clocks",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TicketClocksView.class),
                            examples = @ExampleObject(name = "A running ticket", value = Examples.CLOCKS)))
    @APIResponse(responseCode = "404", description = "No such ticket in this workspace")
    public Uni<Response> get(@PathParam("id") UUID id) {
        return clocks.of(new TicketKey(callers.current().workspace(), id))
                .map(found -> found.map(reading -> Response.ok(TicketClocksView.of(id, reading))
                                .header(
                                        HttpHeaders.ETAG,
                                        ETags.of(reading.sheet().ticketVersion()))
                                .build())
                        .orElseThrow(() -> Problems.notFound("The ticket")));
    }

    @GET
    @Path("/{id}/explain")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "explainTicketClocks", summary = "Where a ticket's time went", description = """
                    For each cycle of each clock every stretch from its start to its end, or to this moment, whether it
                    counted and why, and the versions of the policy and the calendar it was measured by. The stretches
                    that count add up exactly to `counted`.

                    Example: `GET /api/v1/sla/tickets/019aae10-0000-7000-8000-000000000042/explain`""")
    @APIResponse(
            responseCode = "200",
            description = "The stretches",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExplanationView.class),
                            examples = @ExampleObject(name = "A ticket over night", value = Examples.EXPLANATION)))
    @APIResponse(responseCode = "404", description = "No such ticket in this workspace")
    public Uni<ExplanationView> explain(@PathParam("id") UUID id) {
        return explaining.of(new TicketKey(callers.current().workspace(), id)).map(found -> found.map(
                        explanations -> ExplanationView.of(id, explanations))
                .orElseThrow(() -> Problems.notFound("The ticket")));
    }
}
