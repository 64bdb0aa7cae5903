package io.omniflow.ticket.similar.rest;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.ticket.lifecycle.CallerScopes;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.TicketRefs;
import io.omniflow.ticket.listing.TicketExamples;
import io.omniflow.ticket.similar.SimilarTickets;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Likely duplicates of a ticket. */
@Path("/api/v1/tickets/{idOrNumber}/similar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class SimilarResource {
    private static final String EXAMPLE = "{\"items\": [{\"ticket\": " + TicketExamples.TICKET
            + ", \"score\": 0.82, \"reasons\": [\"similar title\", \"same contact\"]}]}";

    private final Callers callers;
    private final CallerScopes scopes;
    private final SimilarTickets similar;

    SimilarResource(Callers callers, CallerScopes scopes, SimilarTickets similar) {
        this.scopes = scopes;
        this.callers = callers;
        this.similar = similar;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "similarTickets",
            summary = "Likely duplicates",
            description = "Up to ten, most alike first, each with a score from 0 to 1 and why.")
    @APIResponse(
            responseCode = "200",
            description = "What is alike",
            content =
                    @Content(
                            schema = @Schema(implementation = SimilarView.class),
                            examples = @ExampleObject(name = "one", value = EXAMPLE)))
    public Uni<SimilarView> similar(@PathParam("idOrNumber") String idOrNumber) {
        Caller caller = callers.current();
        TicketRef ref = TicketRefs.of(idOrNumber);
        return scopes.of(caller)
                .flatMap(scope -> similar.to(caller.workspace(), ref, scope))
                .map(found ->
                        new SimilarView(found.stream().map(SimilarView.Item::of).toList()));
    }
}
