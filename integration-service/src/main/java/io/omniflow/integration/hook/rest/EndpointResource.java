package io.omniflow.integration.hook.rest;

import io.omniflow.integration.hook.AddEndpoint;
import io.omniflow.integration.hook.ChangeEndpoint;
import io.omniflow.integration.hook.Endpoints;
import io.omniflow.integration.hook.FollowedTypes;
import io.omniflow.integration.hook.HookConfig;
import io.omniflow.integration.hook.RemoveEndpoint;
import io.omniflow.integration.hook.domain.Endpoint;
import io.omniflow.integration.hook.domain.EndpointId;
import io.omniflow.integration.hook.domain.EndpointTerms;
import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.http.IdempotentCalls;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The endpoints themselves; for admins alone, since an endpoint is told everything the workspace does. */
@Path(EndpointResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Webhook endpoints")
public class EndpointResource {
    static final String PATH = "/api/v1/integrations/webhook-endpoints";
    private static final String CREATE = "webhook-endpoints.create";

    private final Callers callers;
    private final Correlations correlations;
    private final IdempotentCalls calls;
    private final Endpoints endpoints;
    private final FollowedTypes types;
    private final AddEndpoint add;
    private final ChangeEndpoint change;
    private final RemoveEndpoint remove;
    private final ShownOnce shownOnce;
    private final HookConfig config;

    EndpointResource(
            Callers callers,
            Correlations correlations,
            IdempotentCalls calls,
            Endpoints endpoints,
            FollowedTypes types,
            AddEndpoint add,
            ChangeEndpoint change,
            RemoveEndpoint remove,
            ShownOnce shownOnce,
            HookConfig config) {
        this.callers = callers;
        this.correlations = correlations;
        this.calls = calls;
        this.endpoints = endpoints;
        this.types = types;
        this.add = add;
        this.change = change;
        this.remove = remove;
        this.shownOnce = shownOnce;
        this.config = config;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createWebhookEndpoint",
            summary = "Have the workspace's facts sent to an address",
            description =
                    "Signed as the Standard Webhooks scheme says. The secret is in this answer and in no other. No eventTypes"
                            + " means all. What happened before is not sent, nor is imported history; order is not promised.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EndpointRequest.class),
                            examples = @ExampleObject(name = "warehouse", value = EndpointExamples.REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Made, with its secret",
            content =
                    @Content(
                            schema = @Schema(implementation = EndpointView.class),
                            examples = @ExampleObject(name = "warehouse", value = EndpointExamples.MADE)))
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull EndpointRequest request) {
        Caller caller = callers.current();
        EndpointTerms terms = request.terms(config.addresses(), types.all());
        return calls.once(caller, key, CREATE, request, transaction -> add.add(
                                transaction, caller.workspace(), terms, correlations.originOf(caller))
                        .map(added -> answer(
                                Response.created(
                                        URI.create(PATH + "/" + added.id().value())),
                                added)))
                .flatMap(made -> shownOnce.in(caller.workspace(), made));
    }

    @GET
    @Operation(operationId = "listWebhookEndpoints", summary = "List webhook endpoints", description = "Oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = EndpointPage.class),
                            examples = @ExampleObject(name = "one", value = EndpointExamples.PAGE)))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo asked) {
        int most = Limit.of(limit);
        @Nullable EndpointId after = cursor == null
                ? null
                : new EndpointId(Cursors.uuid(Cursors.decode(cursor, 1).getFirst()));
        return endpoints
                .list(callers.current().workspace(), after, most + 1)
                .map(rows -> Page.cut(
                        rows, most, last -> Cursors.encode(last.id().value().toString())))
                .map(page -> Pages.response(page.map(EndpointView::of), asked));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getWebhookEndpoint",
            summary = "Read a webhook endpoint",
            description = "failingSince tells since when every attempt has failed.")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint",
            content =
                    @Content(
                            schema = @Schema(implementation = EndpointView.class),
                            examples = @ExampleObject(name = "warehouse", value = EndpointExamples.VIEW)))
    public Uni<Response> get(@PathParam("id") UUID id) {
        return endpoints
                .find(callers.current().workspace(), new EndpointId(id))
                .map(found -> found.orElseThrow(() -> Problems.notFound("The webhook endpoint")))
                .map(found -> answer(Response.ok(), found));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeWebhookEndpoint",
            summary = "Change a webhook endpoint",
            description =
                    "A JSON Merge Patch. While it is disabled nothing new is kept for it; what waited goes on when it is"
                            + " enabled again.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EndpointRequest.class),
                            examples = @ExampleObject(name = "all types", value = EndpointExamples.CHANGE)))
    @APIResponse(
            responseCode = "200",
            description = "The endpoint after the change",
            content =
                    @Content(
                            schema = @Schema(implementation = EndpointView.class),
                            examples = @ExampleObject(name = "warehouse", value = EndpointExamples.VIEW)))
    public Uni<Response> change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull EndpointChangeRequest request) {
        Caller caller = callers.current();
        return change.change(
                        caller.workspace(),
                        new EndpointId(id),
                        ETags.ifMatch(ifMatch),
                        before -> request.over(before, config.addresses(), types.all()),
                        correlations.originOf(caller))
                .map(changed -> answer(Response.ok(), changed));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteWebhookEndpoint",
            summary = "Remove a webhook endpoint",
            description = "Nothing more is sent to it, and its log is removed.")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Response> remove(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        return remove.remove(
                        caller.workspace(), new EndpointId(id), ETags.ifMatch(ifMatch), correlations.originOf(caller))
                .map(_ -> Response.noContent().build());
    }

    private static Response answer(Response.ResponseBuilder answer, Endpoint endpoint) {
        return answer.entity(EndpointView.of(endpoint))
                .tag(String.valueOf(endpoint.version()))
                .build();
    }
}
