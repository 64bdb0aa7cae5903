package io.omniflow.merge.merging.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.merge.merging.ChangePermissions;
import io.omniflow.merge.merging.MergePermissions;
import io.omniflow.merge.merging.Permissions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who may merge and undo in the caller's workspace. */
@Path(MergeAnswers.PATH + "/settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Merges", description = "Duplicates made one ticket, and taken apart again")
public class MergeSettingsResource {
    private final Callers callers;
    private final Correlations correlations;
    private final Permissions permissions;
    private final ChangePermissions change;

    MergeSettingsResource(
            Callers callers, Correlations correlations, Permissions permissions, ChangePermissions change) {
        this.callers = callers;
        this.correlations = correlations;
        this.permissions = permissions;
        this.change = change;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readMergeSettings",
            summary = "Read who may merge and undo",
            description = "The least role for each. Version 0 as long as nothing was set: agents merge, leads undo.")
    @APIResponse(
            responseCode = "200",
            description = "The settings",
            content =
                    @Content(
                            schema = @Schema(implementation = MergeSettingsView.class),
                            examples = @ExampleObject(name = "the default", value = MergeExamples.SETTINGS)))
    public Uni<Response> read() {
        return permissions.read(callers.current().workspace()).map(MergeSettingsResource::answer);
    }

    @PATCH
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "changeMergeSettings",
            summary = "Change who may merge and undo",
            description = "agent, lead or admin for each; a field that is left out stays. If-Match is honoured. For"
                    + " example only admins may undo.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MergeSettingsRequest.class),
                            examples = @ExampleObject(name = "admins undo", value = MergeExamples.CHANGE_SETTINGS)))
    @APIResponse(
            responseCode = "200",
            description = "The settings as they are then",
            content =
                    @Content(
                            schema = @Schema(implementation = MergeSettingsView.class),
                            examples = @ExampleObject(name = "the default", value = MergeExamples.SETTINGS)))
    public Uni<Response> change(
            @NotNull MergeSettingsRequest body, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        return change.change(caller.workspace(), body::over, ETags.ifMatch(ifMatch), correlations.originOf(caller))
                .map(MergeSettingsResource::answer);
    }

    private static Response answer(MergePermissions permissions) {
        return Response.ok(MergeSettingsView.of(permissions))
                .header(HttpHeaders.ETAG, ETags.of(permissions.version()))
                .build();
    }
}
