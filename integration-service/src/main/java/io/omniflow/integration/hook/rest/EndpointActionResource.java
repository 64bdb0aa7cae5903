package io.omniflow.integration.hook.rest;

import io.omniflow.integration.hook.Endpoints;
import io.omniflow.integration.hook.HookDeliveries;
import io.omniflow.integration.hook.OpenEndpoint;
import io.omniflow.integration.hook.ReplayDeliveries;
import io.omniflow.integration.hook.RotateSecret;
import io.omniflow.integration.hook.TryEndpoint;
import io.omniflow.integration.hook.domain.EndpointId;
import io.omniflow.integration.hook.domain.HookDelivery;
import io.omniflow.integration.hook.domain.HookState;
import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What can be done with an endpoint, and its log. */
@Path(EndpointResource.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Webhook endpoints")
public class EndpointActionResource {
    private static final String STATES =
            Arrays.stream(HookState.values()).map(HookState::text).collect(Collectors.joining(", "));

    /** Where the year 10000 begins. */
    private static final long LATEST_MICROS = 253_402_300_800_000_000L;

    private final Callers callers;
    private final Correlations correlations;
    private final Endpoints endpoints;
    private final HookDeliveries deliveries;
    private final RotateSecret rotate;
    private final TryEndpoint tryOut;
    private final ReplayDeliveries replay;

    EndpointActionResource(
            Callers callers,
            Correlations correlations,
            Endpoints endpoints,
            HookDeliveries deliveries,
            RotateSecret rotate,
            TryEndpoint tryOut,
            ReplayDeliveries replay) {
        this.callers = callers;
        this.correlations = correlations;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.rotate = rotate;
        this.tryOut = tryOut;
        this.replay = replay;
    }

    @POST
    @Path("/rotate-secret")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Replace the signing secret",
            description =
                    "The new secret is in this answer and in no other. For 24 hours messages are signed with both.")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint with its new secret",
            content =
                    @Content(
                            schema = @Schema(implementation = EndpointView.class),
                            examples = @ExampleObject(name = "warehouse", value = EndpointExamples.MADE)))
    public Uni<Response> rotate(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        return rotate.rotate(
                        caller.workspace(), new EndpointId(id), ETags.ifMatch(ifMatch), correlations.originOf(caller))
                .map(EndpointActionResource::withSecret);
    }

    @POST
    @Path("/test")
    @Operation(
            operationId = "testWebhookEndpoint",
            summary = "Send a message of type ping",
            description = "At once, also to a disabled endpoint; it is neither repeated nor kept in the log.")
    @APIResponse(
            responseCode = "200",
            description = "What came back, in plain words",
            content =
                    @Content(
                            schema = @Schema(implementation = PingView.class),
                            examples = @ExampleObject(name = "works", value = EndpointExamples.PING)))
    public Uni<PingView> test(@PathParam("id") UUID id) {
        Caller caller = callers.current();
        return tryOut.ping(caller.workspace(), new EndpointId(id), now -> ping(caller, now))
                .map(PingView::of);
    }

    @GET
    @Path("/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "Read the log of an endpoint",
            description = "Newest first, for 30 days. States: pending, delivered, failed.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = HookDeliveryPage.class),
                            examples = @ExampleObject(name = "retrying", value = EndpointExamples.LOG)))
    public Uni<Response> deliveries(
            @PathParam("id") UUID id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo asked) {
        int most = Limit.of(limit);
        HookDeliveries.@Nullable Place before = cursor == null ? null : place(Cursors.decode(cursor, 2));
        @Nullable HookState wanted = state(state);
        Caller caller = callers.current();
        EndpointId endpoint = new EndpointId(id);
        return endpoints
                .find(caller.workspace(), endpoint)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The webhook endpoint")))
                .flatMap(_ -> deliveries.list(caller.workspace(), endpoint, wanted, before, most + 1))
                .map(rows -> Page.cut(rows, most, EndpointActionResource::cursor))
                .map(page -> Pages.response(page.map(HookDeliveryView::of), asked));
    }

    @POST
    @Path("/deliveries/{deliveryId}/replay")
    @Operation(
            operationId = "replayWebhookDelivery",
            summary = "Send a message again",
            description = "With the same webhook-id and all retries, whatever came of it before.")
    @APIResponse(
            responseCode = "200",
            description = "Started again",
            content =
                    @Content(
                            schema = @Schema(implementation = HookDeliveryView.class),
                            examples = @ExampleObject(name = "pending", value = EndpointExamples.REPLAYED_ONE)))
    @APIResponse(responseCode = "409", description = "It is being attempted, or the endpoint is disabled")
    public Uni<HookDeliveryView> replay(@PathParam("id") UUID id, @PathParam("deliveryId") UUID deliveryId) {
        return replay.replay(callers.current().workspace(), new EndpointId(id), deliveryId)
                .map(HookDeliveryView::of);
    }

    @POST
    @Path("/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayFailedWebhookDeliveries",
            summary = "Send again whatever failed since a time",
            description = "Deliveries made since then that were given up; each with the same webhook-id.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReplayRequest.class),
                            examples = @ExampleObject(name = "since yesterday", value = EndpointExamples.REPLAY)))
    @APIResponse(
            responseCode = "200",
            description = "How many were started again",
            content =
                    @Content(
                            schema = @Schema(implementation = ReplayView.class),
                            examples = @ExampleObject(name = "some", value = EndpointExamples.REPLAYED)))
    @APIResponse(responseCode = "409", description = "The endpoint is disabled")
    public Uni<ReplayView> replayFailed(@PathParam("id") UUID id, @NotNull @Valid ReplayRequest request) {
        return replay.replayFailed(callers.current().workspace(), new EndpointId(id), request.since())
                .map(ReplayView::new);
    }

    private static Response withSecret(OpenEndpoint open) {
        return Response.ok(EndpointView.of(
                        open.endpoint(), open.secrets().current().value()))
                .tag(String.valueOf(open.endpoint().version()))
                .build();
    }

    private static String ping(Caller caller, Instant now) {
        return "{\"type\":\"ping\",\"timestamp\":\"" + now + "\",\"workspaceId\":\""
                + caller.workspace().value() + "\",\"data\":{}}";
    }

    private static String cursor(HookDelivery last) {
        return Cursors.encode(
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, last.createdAt())),
                last.message().toString());
    }

    private static HookDeliveries.Place place(List<String> parts) {
        long micros = Cursors.number(parts.getFirst());
        if (micros < 0 || micros > LATEST_MICROS) {
            throw Cursors.refused();
        }
        return new HookDeliveries.Place(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), Cursors.uuid(parts.getLast()));
    }

    private static @Nullable HookState state(@Nullable String text) {
        return text == null
                ? null
                : HookState.of(text).orElseThrow(() -> Problems.invalid("state", "Must be one of: " + STATES));
    }
}
