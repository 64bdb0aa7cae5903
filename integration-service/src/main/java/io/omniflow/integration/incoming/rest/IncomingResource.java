package io.omniflow.integration.incoming.rest;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.incoming.IncomingWebhooks;
import io.omniflow.integration.incoming.RetryIncoming;
import io.omniflow.integration.incoming.domain.IncomingState;
import io.omniflow.integration.incoming.domain.WebhookId;
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

@Path("/api/v1/integrations/incoming")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incoming webhooks")
public class IncomingResource {
    private static final String STATES =
            Arrays.stream(IncomingState.values()).map(IncomingState::text).collect(Collectors.joining(", "));

    private final Callers callers;
    private final IncomingWebhooks webhooks;
    private final RetryIncoming retry;

    IncomingResource(Callers callers, IncomingWebhooks webhooks, RetryIncoming retry) {
        this.callers = callers;
        this.webhooks = webhooks;
        this.retry = retry;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "listIncomingWebhooks",
            summary = "List webhooks that came in",
            description = "Newest first, for 30 days; of one connection, in one state, or all. States: waiting, done,"
                    + " unreadable, failed. What they say is not shown.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = IncomingPage.class),
                            examples = @ExampleObject(name = "failed", value = IncomingExamples.PAGE)))
    public Uni<Response> list(
            @QueryParam("connectionId") @Nullable UUID connectionId,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo asked) {
        int most = Limit.of(limit);
        @Nullable WebhookId before = cursor == null
                ? null
                : new WebhookId(Cursors.uuid(Cursors.decode(cursor, 1).getFirst()));
        @Nullable ConnectionId connection = connectionId == null ? null : new ConnectionId(connectionId);
        return webhooks.list(callers.current().workspace(), connection, state(state), before, most + 1)
                .map(rows -> Page.cut(
                        rows, most, last -> Cursors.encode(last.id().value().toString())))
                .map(page -> Pages.response(page.map(IncomingView::of), asked));
    }

    @POST
    @Path("/{id}/retry")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "retryIncomingWebhook",
            summary = "Work off a webhook again that was put aside",
            description =
                    "For unreadable and failed webhooks. The attempts start anew, before all that came after it and"
                            + " still wait.")
    @APIResponse(
            responseCode = "200",
            description = "Started again",
            content =
                    @Content(
                            schema = @Schema(implementation = IncomingView.class),
                            examples = @ExampleObject(name = "waiting", value = IncomingExamples.RETRIED)))
    @APIResponse(responseCode = "409", description = "The webhook was not put aside")
    public Uni<IncomingView> retry(@PathParam("id") UUID id) {
        return retry.retry(callers.current().workspace(), new WebhookId(id)).map(IncomingView::of);
    }

    private static @Nullable IncomingState state(@Nullable String text) {
        return text == null
                ? null
                : IncomingState.of(text).orElseThrow(() -> Problems.invalid("state", "Must be one of: " + STATES));
    }
}
