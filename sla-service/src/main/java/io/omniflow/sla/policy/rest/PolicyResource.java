package io.omniflow.sla.policy.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.http.IdempotentCalls;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.policy.KeepPolicies;
import io.omniflow.sla.policy.PolicyPatch;
import io.omniflow.sla.policy.SeePolicies;
import io.omniflow.sla.policy.Shelf;
import io.omniflow.sla.policy.domain.Draft;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Policies: make, read, change, remove. */
@Path("/api/v1/sla/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "How long a ticket may take")
public class PolicyResource {
    private final Callers callers;
    private final Correlations correlations;
    private final IdempotentCalls idempotentCalls;
    private final KeepPolicies keeping;
    private final SeePolicies seeing;

    PolicyResource(
            Callers callers,
            Correlations correlations,
            IdempotentCalls idempotentCalls,
            KeepPolicies keeping,
            SeePolicies seeing) {
        this.callers = callers;
        this.correlations = correlations;
        this.idempotentCalls = idempotentCalls;
        this.keeping = keeping;
        this.seeing = seeing;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "makePolicy",
            summary = "Make a policy",
            description = "Targets by priority for the tickets its conditions hold for. The first policy that holds, by"
                    + " position, measures a ticket; one in the middle moves the later ones on. Tickets whose clocks"
                    + " run keep what they are measured by until a policy is re-applied.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PolicyRequest.class),
                            examples = @ExampleObject(name = "gold", value = PolicyExamples.MAKE)))
    @APIResponse(
            responseCode = "201",
            description = "The policy, version 1",
            content =
                    @Content(
                            schema = @Schema(implementation = PolicyView.class),
                            examples = @ExampleObject(name = "gold", value = PolicyExamples.POLICY)))
    @APIResponse(responseCode = "409", description = "The name is taken, or there are 200 policies")
    public Uni<Response> make(
            PolicyRequest request, @HeaderParam("Idempotency-Key") @Nullable String key, UriInfo asked) {
        Caller caller = callers.current();
        Draft draft = request.draft();
        PolicyPatch.Place place = request.place();
        return idempotentCalls.once(caller, key, "policies.make", request, transaction -> keeping.make(
                        transaction, caller, draft, place, correlations.originOf(caller))
                .map(made -> Response.created(asked.getAbsolutePathBuilder()
                                .path(made.policy().id().toString())
                                .build())
                        .header(HttpHeaders.ETAG, ETags.of(made.policy().version()))
                        .entity(PolicyView.of(made))
                        .build()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "readPolicy", summary = "Read a policy", description = "As it is now.")
    @APIResponse(
            responseCode = "200",
            description = "The policy",
            content =
                    @Content(
                            schema = @Schema(implementation = PolicyView.class),
                            examples = @ExampleObject(name = "gold", value = PolicyExamples.POLICY)))
    @APIResponse(responseCode = "404", description = "No such policy in this workspace")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return seeing.find(callers.current().workspace(), id)
                .map(found -> answer(found.orElseThrow(() -> Problems.notFound("The policy"))));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "changePolicy",
            summary = "Change a policy",
            description = "A JSON Merge Patch that makes a new version; a position alone moves the policy and keeps its"
                    + " version. Conditions, targets and ceilings are patched part by part, lists replaced as a whole.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PolicyChangeRequest.class),
                            examples = @ExampleObject(name = "stricter", value = PolicyExamples.CHANGE)))
    @APIResponse(
            responseCode = "200",
            description = "The policy after the change",
            content =
                    @Content(
                            schema = @Schema(implementation = PolicyView.class),
                            examples = @ExampleObject(name = "gold", value = PolicyExamples.POLICY)))
    @APIResponse(responseCode = "409", description = "The name is taken")
    public Uni<Response> change(
            @PathParam("id") UUID id,
            PolicyChangeRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        return keeping.change(caller, id, ETags.ifMatch(ifMatch), request.patch(), correlations.originOf(caller))
                .map(PolicyResource::answer);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "removePolicy",
            summary = "Remove a policy",
            description = "Its versions are kept for the clocks that began under them.")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "409", description = "It is the default policy")
    public Uni<Response> remove(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        return keeping.remove(caller, id, ETags.ifMatch(ifMatch), correlations.originOf(caller))
                .map(_ -> Response.noContent().build());
    }

    private static Response answer(Shelf.Placed policy) {
        return Response.ok(PolicyView.of(policy))
                .header(HttpHeaders.ETAG, ETags.of(policy.policy().version()))
                .build();
    }
}
