package io.omniflow.ticket.workspace.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.ticket.workspace.ChangeSettings;
import io.omniflow.ticket.workspace.WorkspaceSettings;
import io.omniflow.ticket.workspace.WorkspaceSettings.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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

/** The settings of the caller's workspace. */
@Path("/api/v1/workspaces/current/settings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Workspace", description = "Settings of the workspace as a whole")
public class SettingsResource {
    private final Callers callers;
    private final Correlations correlations;
    private final WorkspaceSettings settings;
    private final ChangeSettings changeSettings;

    SettingsResource(
            Callers callers, Correlations correlations, WorkspaceSettings settings, ChangeSettings changeSettings) {
        this.callers = callers;
        this.correlations = correlations;
        this.settings = settings;
        this.changeSettings = changeSettings;
    }

    @GET
    @Operation(
            operationId = "readWorkspaceSettings",
            summary = "Read the workspace's settings",
            description = "Version 0 as long as nothing was set. For example whether a customer's message reopens a"
                    + " ticket that waits, or one that is resolved.")
    @APIResponse(
            responseCode = "200",
            description = "The settings",
            content =
                    @Content(
                            schema = @Schema(implementation = SettingsView.class),
                            examples = @ExampleObject(name = "the defaults", value = SettingsView.EXAMPLE)))
    public Uni<Response> read() {
        return settings.read(callers.current().workspace()).map(SettingsResource::answer);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceWorkspaceSettings",
            summary = "Replace the workspace's settings",
            description = "All of them at once; If-Match is honoured. For example reopenResolved: false leaves a"
                    + " resolved ticket resolved when the customer writes.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SettingsRequest.class),
                            examples =
                                    @ExampleObject(name = "resolved stays resolved", value = SettingsRequest.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The settings as they are then",
            content =
                    @Content(
                            schema = @Schema(implementation = SettingsView.class),
                            examples = @ExampleObject(name = "the defaults", value = SettingsView.EXAMPLE)))
    public Uni<Response> replace(SettingsRequest request, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        return changeSettings
                .replace(
                        caller.workspace(),
                        SettingsRequest.wanted(request),
                        ETags.ifMatch(ifMatch),
                        correlations.originOf(caller))
                .map(SettingsResource::answer);
    }

    private static Response answer(Settings settings) {
        return Response.ok(SettingsView.of(settings))
                .header(HttpHeaders.ETAG, ETags.of(settings.version()))
                .build();
    }
}
