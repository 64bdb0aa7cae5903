package io.omniflow.integration.thread.rest;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.thread.OpenThread;
import io.omniflow.integration.thread.Threads;
import io.omniflow.integration.thread.domain.ThreadId;
import io.omniflow.integration.thread.domain.ThreadState;
import io.omniflow.integration.thread.domain.TicketThread;
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
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.annotation.security.RolesAllowed;
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

@Path(ThreadResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Threads")
public class ThreadResource {
    static final String PATH = "/api/v1/integrations/threads";
    private static final String OPEN = "threads.open";

    private final Callers callers;
    private final IdempotentCalls calls;
    private final Threads threads;
    private final OpenThread open;

    ThreadResource(Callers callers, IdempotentCalls calls, Threads threads, OpenThread open) {
        this.callers = callers;
        this.calls = calls;
        this.threads = threads;
        this.open = open;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "openThread",
            summary = "Open a ticket's thread in Slack",
            description =
                    "In the channel of the connection named, or of the workspace's oldest connection to Slack. The"
                            + " wish is stored and answered 202; asking again gives the same thread, and starts one again"
                            + " that failed, was rejected or had no answer for two minutes.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ThreadRequest.class),
                            examples = @ExampleObject(name = "open", value = ThreadExamples.REQUEST)))
    @APIResponse(
            responseCode = "202",
            description = "Stored; Location shows how it goes on",
            content =
                    @Content(
                            schema = @Schema(implementation = ThreadView.class),
                            examples = @ExampleObject(name = "requested", value = ThreadExamples.REQUESTED)))
    @APIResponse(
            responseCode = "200",
            description = "The thread was open already",
            content =
                    @Content(
                            schema = @Schema(implementation = ThreadView.class),
                            examples = @ExampleObject(name = "open", value = ThreadExamples.OPEN)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull ThreadRequest body) {
        Caller caller = callers.current();
        UUID ticket = body.ticket();
        return calls.once(caller, key, OPEN, body, transaction -> open(transaction, caller, ticket, body.connectionId())
                .map(ThreadResource::requested));
    }

    private Uni<TicketThread> open(SqlClient transaction, Caller caller, UUID ticket, @Nullable UUID connectionId) {
        return connectionId == null
                ? open.openWhereConnected(transaction, caller.workspace(), ticket, caller.actor())
                        .map(opened -> opened.orElseThrow(
                                () -> Problems.invalid("/connectionId", "The workspace has no connection to Slack")))
                : open.open(transaction, caller.workspace(), ticket, new ConnectionId(connectionId), caller.actor());
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listThreads",
            summary = "List threads",
            description = "Of one ticket, or all; oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = ThreadPage.class),
                            examples = @ExampleObject(name = "one", value = ThreadExamples.PAGE)))
    public Uni<Response> list(
            @QueryParam("ticketId") @Nullable UUID ticketId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo asked) {
        int most = Limit.of(limit);
        @Nullable ThreadId after = cursor == null
                ? null
                : new ThreadId(Cursors.uuid(Cursors.decode(cursor, 1).getFirst()));
        return threads.list(callers.current().workspace(), ticketId, after, most + 1)
                .map(rows -> Page.cut(
                        rows, most, last -> Cursors.encode(last.id().value().toString())))
                .map(page -> Pages.response(page.map(ThreadView::of), asked));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getThread",
            summary = "Read a thread",
            description = "Also shows how its opening goes on.")
    @APIResponse(
            responseCode = "200",
            description = "The thread",
            content =
                    @Content(
                            schema = @Schema(implementation = ThreadView.class),
                            examples = @ExampleObject(name = "open", value = ThreadExamples.OPEN)))
    public Uni<Response> get(@PathParam("id") UUID id) {
        return threads.find(callers.current().workspace(), new ThreadId(id))
                .map(found -> found.orElseThrow(() -> Problems.notFound("The thread")))
                .map(thread -> shown(Response.ok(), thread));
    }

    private static Response requested(TicketThread thread) {
        URI address = URI.create(PATH + "/" + thread.id().value());
        return shown(
                thread.state() == ThreadState.OPEN
                        ? Response.ok().location(address)
                        : Response.accepted().location(address),
                thread);
    }

    private static Response shown(Response.ResponseBuilder answer, TicketThread thread) {
        return answer.entity(ThreadView.of(thread))
                .tag(String.valueOf(thread.version()))
                .build();
    }
}
