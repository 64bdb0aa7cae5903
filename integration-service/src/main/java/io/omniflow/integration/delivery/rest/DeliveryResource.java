package io.omniflow.integration.delivery.rest;

import io.omniflow.integration.delivery.Deliveries;
import io.omniflow.integration.delivery.RetryDelivery;
import io.omniflow.integration.delivery.domain.DeliveryId;
import io.omniflow.integration.delivery.domain.DeliveryState;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/integrations/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries")
public class DeliveryResource {
    private static final String STATES =
            Arrays.stream(DeliveryState.values()).map(DeliveryState::text).collect(Collectors.joining(", "));

    private final Callers callers;
    private final Deliveries deliveries;
    private final RetryDelivery retry;

    DeliveryResource(Callers callers, Deliveries deliveries, RetryDelivery retry) {
        this.callers = callers;
        this.deliveries = deliveries;
        this.retry = retry;
    }

    @GET
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "listDeliveries",
            summary = "List outgoing calls",
            description =
                    "Newest first; state=dead gives the dead letters. States: held, ready, delivered, failed, dead.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = DeliveryPage.class),
                            examples = @ExampleObject(name = "dead", value = DeliveryExamples.PAGE)))
    public Uni<Response> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo asked) {
        int most = Limit.of(limit);
        @Nullable DeliveryId before = cursor == null
                ? null
                : new DeliveryId(Cursors.uuid(Cursors.decode(cursor, 1).getFirst()));
        return deliveries
                .list(callers.current().workspace(), state(state), before, most + 1)
                .map(rows -> Page.cut(
                        rows, most, last -> Cursors.encode(last.id().value().toString())))
                .map(page -> Pages.response(page.map(DeliveryView::of), asked));
    }

    @POST
    @Path("/{id}/retry")
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "retryDelivery",
            summary = "Retry a delivery that was given up",
            description = "For failed and dead deliveries. The attempts start anew; nothing is made twice.")
    @APIResponse(
            responseCode = "200",
            description = "Started again",
            content =
                    @Content(
                            schema = @Schema(implementation = DeliveryView.class),
                            examples = @ExampleObject(name = "ready", value = DeliveryExamples.RETRIED)))
    @APIResponse(responseCode = "409", description = "The delivery was not given up")
    public Uni<DeliveryView> retry(@PathParam("id") UUID id) {
        return retry.retry(callers.current().workspace(), new DeliveryId(id)).map(DeliveryView::of);
    }

    private static @Nullable DeliveryState state(@Nullable String text) {
        return text == null
                ? null
                : DeliveryState.of(text).orElseThrow(() -> Problems.invalid("state", "Must be one of: " + STATES));
    }
}
