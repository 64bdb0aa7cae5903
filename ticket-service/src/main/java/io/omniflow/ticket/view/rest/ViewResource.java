package io.omniflow.ticket.view.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.http.IdempotentCalls;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.listing.AskedFilters;
import io.omniflow.ticket.listing.TicketSearch;
import io.omniflow.ticket.view.KeepViews;
import io.omniflow.ticket.view.SeeViews;
import io.omniflow.ticket.view.View;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
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

/** Saved lists: make, read, change, remove. What the caller does not see is not there. */
@Path("/api/v1/views")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Views", description = "Saved lists of tickets")
public class ViewResource {
    private final Callers callers;
    private final Correlations correlations;
    private final IdempotentCalls idempotentCalls;
    private final KeepViews keepViews;
    private final SeeViews seeViews;
    private final AskedFilters askedFilters;

    ViewResource(
            Callers callers,
            Correlations correlations,
            IdempotentCalls idempotentCalls,
            KeepViews keepViews,
            SeeViews seeViews,
            AskedFilters askedFilters) {
        this.callers = callers;
        this.correlations = correlations;
        this.idempotentCalls = idempotentCalls;
        this.keepViews = keepViews;
        this.seeViews = seeViews;
        this.askedFilters = askedFilters;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "makeView",
            summary = "Save a list",
            description =
                    "filter takes the parameters of GET /tickets, each a text or a list of texts. Private views are"
                            + " their owner's; those of a team or the workspace are kept by leads.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ViewRequest.class),
                            examples = @ExampleObject(name = "urgent", value = ViewExamples.MAKE)))
    @APIResponse(
            responseCode = "201",
            description = "The view, version 1",
            content =
                    @Content(
                            schema = @Schema(implementation = SavedView.class),
                            examples = @ExampleObject(name = "urgent", value = ViewExamples.VIEW)))
    public Uni<Response> make(
            ViewRequest request, @HeaderParam("Idempotency-Key") @Nullable String key, UriInfo asked) {
        Caller caller = callers.current();
        View.Terms terms = meant(required(request).terms());
        Origin origin = correlations.originOf(caller);
        return checked(caller, terms.filter())
                .chain(() -> idempotentCalls.once(caller, key, "views.make", request, transaction -> keepViews
                        .make(transaction, caller, terms, origin)
                        .map(view -> Response.created(asked.getAbsolutePathBuilder()
                                        .path(view.id().toString())
                                        .build())
                                .header(HttpHeaders.ETAG, ETags.of(view.version()))
                                .entity(SavedView.of(view))
                                .build())));
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listViews",
            summary = "List views",
            description = "The caller's own, those of the caller's teams (a lead's: of all teams) and the workspace's,"
                    + " oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = SavedView.Several.class),
                            examples = @ExampleObject(name = "one", value = ViewExamples.PAGE)))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            UriInfo asked) {
        int most = Limit.of(limit);
        @Nullable UUID after = cursor == null || cursor.isEmpty()
                ? null
                : Cursors.uuid(Cursors.decode(cursor, 1).getFirst());
        return seeViews.of(callers.current(), after, most + 1)
                .map(rows ->
                        Page.cut(rows, most, last -> Cursors.encode(last.id().toString())))
                .map(page -> Pages.response(page.map(SavedView::of), asked));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readView",
            summary = "Read a view",
            description = "A private view of somebody else is not there.")
    @APIResponse(
            responseCode = "200",
            description = "The view",
            content =
                    @Content(
                            schema = @Schema(implementation = SavedView.class),
                            examples = @ExampleObject(name = "urgent", value = ViewExamples.VIEW)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return keepViews.read(callers.current(), id).map(ViewResource::answer);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "changeView",
            summary = "Change a view",
            description = "A JSON Merge Patch; the filter's parameters are patched one by one.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ViewChangeRequest.class),
                            examples = @ExampleObject(name = "wider", value = ViewExamples.CHANGE)))
    @APIResponse(
            responseCode = "200",
            description = "The view after the change",
            content =
                    @Content(
                            schema = @Schema(implementation = SavedView.class),
                            examples = @ExampleObject(name = "urgent", value = ViewExamples.VIEW)))
    public Uni<Response> change(
            @PathParam("id") UUID id,
            ViewChangeRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        ViewChangeRequest wanted = required(request);
        Optional<Long> version = ETags.ifMatch(ifMatch);
        Origin origin = correlations.originOf(caller);
        return checked(caller, wanted.givenFilter())
                .chain(() -> keepViews.change(caller, id, version, before -> meant(wanted.over(before)), origin))
                .map(ViewResource::answer);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.AGENT)
    @Operation(operationId = "removeView", summary = "Remove a view", description = "The tickets stay, of course.")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Response> remove(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        return keepViews
                .remove(caller, id, ETags.ifMatch(ifMatch), correlations.originOf(caller))
                .map(_ -> Response.noContent().build());
    }

    /** So is a custom field that is not defined; before the transaction, for definitions may have to be read. */
    private Uni<Void> checked(Caller caller, Map<String, List<String>> filter) {
        return askedFilters.check(caller.workspace(), TicketSearch.saved(filter));
    }

    /** A filter no list would take is refused now, not when somebody opens the view. */
    private static View.Terms meant(View.Terms terms) {
        TicketSearch.saved(terms.filter()).check();
        return terms;
    }

    private static Response answer(View view) {
        return Response.ok(SavedView.of(view))
                .header(HttpHeaders.ETAG, ETags.of(view.version()))
                .build();
    }

    private static <T> T required(@Nullable T request) {
        if (request == null) {
            throw Problems.malformed("", "A body is needed");
        }
        return request;
    }
}
