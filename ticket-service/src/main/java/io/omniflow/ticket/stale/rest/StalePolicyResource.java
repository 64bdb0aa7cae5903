package io.omniflow.ticket.stale.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.ticket.stale.ChangeStalePolicy;
import io.omniflow.ticket.stale.StalePolicies;
import io.omniflow.ticket.stale.domain.StalePolicy;
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

/** What the caller's workspace does about tickets that sit in Waiting. */
@Path("/api/v1/stale-policy")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspace", description = "Settings of the workspace as a whole")
public class StalePolicyResource {
    private final Callers callers;
    private final Correlations correlations;
    private final StalePolicies policies;
    private final ChangeStalePolicy changePolicy;

    StalePolicyResource(
            Callers callers, Correlations correlations, StalePolicies policies, ChangeStalePolicy changePolicy) {
        this.callers = callers;
        this.correlations = correlations;
        this.policies = policies;
        this.changePolicy = changePolicy;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readStalePolicy",
            summary = "Read what is done about tickets that wait for long",
            description = "Version 0 as long as nothing was set. For example, after 30 days in Waiting the assignee is"
                    + " pinged, and nothing is closed by itself.")
    @APIResponse(
            responseCode = "200",
            description = "The policy",
            content =
                    @Content(
                            schema = @Schema(implementation = StalePolicyView.class),
                            examples = @ExampleObject(name = "the default", value = StalePolicyView.EXAMPLE)))
    public Uni<Response> read() {
        return policies.read(callers.current().workspace()).map(StalePolicyResource::answer);
    }

    @PUT
    @RolesAllowed(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceStalePolicy",
            summary = "Replace what is done about tickets that wait for long",
            description =
                    "The whole policy at once; If-Match is honoured. For example with autoClose a ticket is closed"
                            + " when its assignee, and after half the grace its team's lead, were pinged and nobody touched it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = StalePolicyRequest.class),
                            examples = @ExampleObject(name = "sooner", value = StalePolicyRequest.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The policy as it is then",
            content =
                    @Content(
                            schema = @Schema(implementation = StalePolicyView.class),
                            examples = @ExampleObject(name = "the default", value = StalePolicyView.EXAMPLE)))
    public Uni<Response> replace(
            StalePolicyRequest request, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        return changePolicy
                .replace(
                        caller.workspace(),
                        StalePolicyRequest.wanted(request),
                        ETags.ifMatch(ifMatch),
                        correlations.originOf(caller))
                .map(StalePolicyResource::answer);
    }

    private static Response answer(StalePolicy policy) {
        return Response.ok(StalePolicyView.of(policy))
                .header(HttpHeaders.ETAG, ETags.of(policy.version()))
                .build();
    }
}
