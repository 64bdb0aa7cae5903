package io.omniflow.ticket.rule.rest;

import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.ticket.rule.DryRun;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tries rules out. */
@Path("/api/v1/rules/{id}/dry-run")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules")
public class DryRunResource {
    private final Callers callers;
    private final DryRun dryRun;

    DryRunResource(Callers callers, DryRun dryRun) {
        this.callers = callers;
        this.dryRun = dryRun;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "tryRule",
            summary = "Try an automation rule on recent conversations",
            description =
                    "Writes nothing, and tries a rule that is off too. Conversations opened in the last time (a week"
                            + " by default), at most 500, newest first, as they are now: of each the newest message, or of an"
                            + " opening the first, is looked at, and every tag counts as added.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DryRunRequest.class),
                            examples = @ExampleObject(name = "a week", value = RuleExamples.TRY)))
    @APIResponse(
            responseCode = "200",
            description = "What would come of it, and why",
            content =
                    @Content(
                            schema = @Schema(implementation = DryRunView.class),
                            examples = @ExampleObject(name = "one match", value = RuleExamples.TRIED)))
    public Uni<DryRunView> run(@PathParam("id") UUID id, DryRunRequest request) {
        DryRunRequest wanted = RuleRequest.required(request).checked();
        return dryRun.of(callers.current().workspace(), id, wanted.span(), wanted.most())
                .map(DryRunView::of);
    }
}
