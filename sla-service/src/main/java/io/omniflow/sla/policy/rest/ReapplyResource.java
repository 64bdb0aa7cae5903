package io.omniflow.sla.policy.rest;

import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.policy.ReapplyPolicy;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Policies applied again to tickets that began under others. */
@Path("/api/v1/sla/policies/{id}/reapply")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies")
public class ReapplyResource {
    private final Callers callers;
    private final ReapplyPolicy reapplying;

    ReapplyResource(Callers callers, ReapplyPolicy reapplying) {
        this.callers = callers;
        this.reapplying = reapplying;
    }

    @POST
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "reapplyPolicy",
            summary = "Apply a policy again",
            description =
                    "Tickets keep the policies and calendars under which their clocks began. This measures them by"
                            + " those of now: every ticket not resolved that the policy measures or would measure now, or the"
                            + " tickets named, whichever policy measures them. What was counted stays; a target that is passed"
                            + " already breaches at once.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReapplyRequest.class),
                            examples = @ExampleObject(name = "one ticket", value = PolicyExamples.REAPPLY)))
    @APIResponse(
            responseCode = "200",
            description = "How many tickets are measured by other terms now",
            content =
                    @Content(
                            schema = @Schema(implementation = ReapplyRequest.Done.class),
                            examples = @ExampleObject(name = "some", value = PolicyExamples.REAPPLIED)))
    @APIResponse(responseCode = "404", description = "No such policy in this workspace")
    public Uni<ReapplyRequest.Done> reapply(@PathParam("id") UUID id, ReapplyRequest request) {
        WorkspaceId workspace = callers.current().workspace();
        @Nullable List<UUID> tickets = request.ticketIds();
        if (tickets == null) {
            return reapplying.toItsTickets(workspace, id).map(ReapplyRequest.Done::new);
        }
        if (tickets.isEmpty() || tickets.size() > ReapplyRequest.MOST) {
            throw Problems.invalid("/ticketIds", "must have 1 to " + ReapplyRequest.MOST + " tickets");
        }
        return reapplying.toTickets(workspace, id, tickets).map(ReapplyRequest.Done::new);
    }
}
