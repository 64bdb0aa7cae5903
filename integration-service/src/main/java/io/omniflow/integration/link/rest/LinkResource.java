package io.omniflow.integration.link.rest;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.link.AwaitLink;
import io.omniflow.integration.link.Links;
import io.omniflow.integration.link.RemoveLink;
import io.omniflow.integration.link.RequestLink;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.integration.sync.NameIssue;
import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.http.IdempotentCalls;
import io.omniflow.kit.http.Prefer;
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
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path(LinkAnswers.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Links")
public class LinkResource {
    private static final String CREATE = "links.create";

    private final Callers callers;
    private final Correlations correlations;
    private final IdempotentCalls calls;
    private final Links links;
    private final RequestLink request;
    private final AwaitLink await;
    private final RemoveLink remove;
    private final NameIssue names;

    LinkResource(
            Callers callers,
            Correlations correlations,
            IdempotentCalls calls,
            Links links,
            RequestLink request,
            AwaitLink await,
            RemoveLink remove,
            NameIssue names) {
        this.callers = callers;
        this.correlations = correlations;
        this.calls = calls;
        this.links = links;
        this.request = request;
        this.await = await;
        this.remove = remove;
        this.names = names;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "createLink",
            summary = "Make an issue for a ticket, or tie an existing one",
            description =
                    "With url an existing issue is tied; its connection is found by the address where it is not named."
                            + " The wish is stored and answered 202; with Prefer: wait=N the answer waits up to N seconds for"
                            + " the issue. Asking again for the same ticket and connection gives the same link and never a second"
                            + " issue; a link that failed, was rejected or had no answer for two minutes is started again.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = LinkRequest.class),
                            examples = {
                                @ExampleObject(name = "push", value = LinkExamples.REQUEST),
                                @ExampleObject(name = "tie", value = LinkExamples.TIE)
                            }))
    @APIResponse(
            responseCode = "202",
            description = "Stored; Location shows how it goes on",
            content =
                    @Content(
                            schema = @Schema(implementation = LinkView.class),
                            examples = @ExampleObject(name = "requested", value = LinkExamples.REQUESTED)))
    @APIResponse(
            responseCode = "201",
            description = "The issue was made within the time the caller would wait",
            content =
                    @Content(
                            schema = @Schema(implementation = LinkView.class),
                            examples = @ExampleObject(name = "linked", value = LinkExamples.LINKED)))
    @APIResponse(
            responseCode = "200",
            description = "The issue was there already",
            content =
                    @Content(
                            schema = @Schema(implementation = LinkView.class),
                            examples = @ExampleObject(name = "linked", value = LinkExamples.LINKED)))
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Prefer") @Nullable String prefer,
            @NotNull LinkRequest body) {
        Caller caller = callers.current();
        Duration patience = Prefer.wait(prefer);
        return wanted(caller, body.complete())
                .flatMap(wanted -> calls.once(caller, key, CREATE, body, transaction -> request.request(
                                transaction,
                                caller.workspace(),
                                wanted.ticketId(),
                                wanted.connection(),
                                wanted.target(),
                                caller.actor())
                        .map(LinkAnswers::requested)))
                .flatMap(first -> LinkAnswers.isSettled(first) || patience.isZero()
                        ? Uni.createFrom().item(first)
                        : await.await(caller.workspace(), LinkAnswers.idIn(first), patience)
                                .map(LinkAnswers::awaited));
    }

    /** {@code target} is null for an issue that is to be made. */
    private record Wanted(
            UUID ticketId,
            ConnectionId connection,
            @Nullable String target) {}

    private Uni<Wanted> wanted(Caller caller, LinkRequest.Complete complete) {
        return switch (complete) {
            case LinkRequest.Make(UUID ticket, UUID connection) ->
                Uni.createFrom().item(new Wanted(ticket, new ConnectionId(connection), null));
            case LinkRequest.Tie(UUID ticket, @Nullable UUID connection, URI url) ->
                names.find(caller.workspace(), Optional.ofNullable(connection).map(ConnectionId::new), url)
                        .map(named -> new Wanted(ticket, named.connection(), named.target()));
        };
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "listLinks", summary = "List links", description = "Of one ticket, or all; oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = LinkPage.class),
                            examples = @ExampleObject(name = "one", value = LinkExamples.PAGE)))
    public Uni<Response> list(
            @QueryParam("ticketId") @Nullable UUID ticketId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo asked) {
        int most = Limit.of(limit);
        @Nullable LinkId after = cursor == null
                ? null
                : new LinkId(Cursors.uuid(Cursors.decode(cursor, 1).getFirst()));
        return links.list(callers.current().workspace(), ticketId, after, most + 1)
                .map(rows -> Page.cut(
                        rows, most, last -> Cursors.encode(last.id().value().toString())))
                .map(page -> Pages.response(page.map(LinkView::of), asked));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getLink", summary = "Read a link", description = "Also shows how a push goes on.")
    @APIResponse(
            responseCode = "200",
            description = "The link",
            content =
                    @Content(
                            schema = @Schema(implementation = LinkView.class),
                            examples = @ExampleObject(name = "linked", value = LinkExamples.LINKED)))
    public Uni<Response> get(@PathParam("id") UUID id) {
        return links.find(callers.current().workspace(), new LinkId(id))
                .map(found -> found.orElseThrow(() -> Problems.notFound("The link")))
                .map(LinkAnswers::shown);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "deleteLink",
            summary = "Untie ticket and issue",
            description = "The issue itself stays. What was not delivered yet is cancelled; while the other system is"
                    + " being called the answer is 409.")
    @APIResponse(responseCode = "204", description = "Untied")
    @APIResponse(responseCode = "409", description = "The other system is being called right now")
    public Uni<Response> remove(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        return remove.remove(caller.workspace(), new LinkId(id), ETags.ifMatch(ifMatch), correlations.originOf(caller))
                .map(_ -> Response.noContent().build());
    }
}
