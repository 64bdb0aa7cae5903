package io.omniflow.ticket.lifecycle.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.http.IdempotentCalls;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.CallerScopes;
import io.omniflow.ticket.lifecycle.ChangeTicket;
import io.omniflow.ticket.lifecycle.OpenTicket;
import io.omniflow.ticket.lifecycle.ShownTicket;
import io.omniflow.ticket.lifecycle.ShownTickets;
import io.omniflow.ticket.lifecycle.TicketOrder;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.TicketRefs;
import io.omniflow.ticket.lifecycle.TicketScope;
import io.omniflow.ticket.lifecycle.domain.NewTicket;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.listing.AskedFilters;
import io.omniflow.ticket.listing.TicketExamples;
import io.omniflow.ticket.listing.TicketPage;
import io.omniflow.ticket.listing.TicketSearch;
import io.omniflow.ticket.listing.TicketView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameters;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tickets: open, read, change, list. */
@Path("/api/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets", description = "Units of work, from opening to closing")
public class TicketResource {
    private final Callers callers;
    private final Correlations correlations;
    private final IdempotentCalls idempotentCalls;
    private final Transactions transactions;
    private final OpenTicket openTicket;
    private final ChangeTicket changeTicket;
    private final ShownTickets tickets;
    private final AskedFilters askedFilters;
    private final CallerScopes scopes;

    TicketResource(
            Callers callers,
            Correlations correlations,
            IdempotentCalls idempotentCalls,
            Transactions transactions,
            OpenTicket openTicket,
            ChangeTicket changeTicket,
            ShownTickets tickets,
            AskedFilters askedFilters,
            CallerScopes scopes) {
        this.callers = callers;
        this.correlations = correlations;
        this.idempotentCalls = idempotentCalls;
        this.transactions = transactions;
        this.openTicket = openTicket;
        this.changeTicket = changeTicket;
        this.tickets = tickets;
        this.askedFilters = askedFilters;
        this.scopes = scopes;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "openTicket",
            summary = "Open a ticket",
            description = "Only the title is required. With an Idempotency-Key a retry returns the first answer.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = OpenTicketRequest.class),
                            examples = @ExampleObject(name = "a bug", value = TicketExamples.OPEN)))
    @APIResponse(
            responseCode = "201",
            description = "The ticket, version 1",
            content =
                    @Content(
                            schema = @Schema(implementation = TicketView.class),
                            examples = @ExampleObject(name = "a bug", value = TicketExamples.TICKET)))
    public Uni<Response> open(
            OpenTicketRequest request, @HeaderParam("Idempotency-Key") @Nullable String key, UriInfo asked) {
        Caller caller = callers.current();
        NewTicket wanted = required(request).wanted();
        Origin origin = correlations.originOf(caller);
        WorkspaceId workspace = caller.workspace();
        return openTicket.number(workspace).flatMap(number -> {
            if (key == null) {
                return transactions
                        .writeAtOnce(pool -> openTicket.open(pool, workspace, number, wanted, origin))
                        .map(ticket -> created(ticket, asked));
            }
            return idempotentCalls.once(caller, key, "tickets.open", request, transaction -> openTicket
                    .open(transaction, workspace, number, wanted, origin)
                    .map(ticket -> created(ticket, asked)));
        });
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listTickets",
            summary = "List tickets",
            description = "Filters narrow each other; a filter may list alternatives behind commas. For example"
                    + " ?status=open,in_progress&assignee=me&sort=-updated.")
    @Parameters({
        @Parameter(name = "status", in = ParameterIn.QUERY, example = "open,in_progress"),
        @Parameter(name = "priority", in = ParameterIn.QUERY, example = "high,urgent"),
        @Parameter(
                name = "assignee",
                in = ParameterIn.QUERY,
                description = "An agent's id, me or none",
                example = "me"),
        @Parameter(name = "team", in = ParameterIn.QUERY),
        @Parameter(name = "tag", in = ParameterIn.QUERY, description = "All of them are there", example = "billing"),
        @Parameter(name = "contact", in = ParameterIn.QUERY),
        @Parameter(name = "conversation", in = ParameterIn.QUERY),
        @Parameter(name = "source", in = ParameterIn.QUERY, example = "api"),
        @Parameter(name = "createdFrom", in = ParameterIn.QUERY, example = "2026-11-24T09:00:00Z"),
        @Parameter(name = "createdTo", in = ParameterIn.QUERY, example = "2026-11-25T09:00:00Z"),
        @Parameter(name = "updatedFrom", in = ParameterIn.QUERY),
        @Parameter(name = "updatedTo", in = ParameterIn.QUERY),
        @Parameter(name = "sla", in = ParameterIn.QUERY, example = "breached"),
        @Parameter(
                name = "q",
                in = ParameterIn.QUERY,
                description = "Words of title, description and notes; the last may be unfinished, \"a phrase\" is in"
                        + " quotes, - leaves out. When nothing has them, titles that are nearly so.",
                example = "checkout fail"),
        @Parameter(
                name = "sort",
                in = ParameterIn.QUERY,
                description = "updated, created, priority, slaDue or a custom field such as cf.region; with - in front,"
                        + " descending. What has no due time or value stands last either way",
                example = "-updated"),
        @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, 50 by default", example = "50"),
        @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "nextCursor of the page before")
    })
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link to the next",
            content =
                    @Content(
                            schema = @Schema(implementation = TicketPage.class),
                            examples = @ExampleObject(name = "one ticket", value = TicketExamples.PAGE)))
    public Uni<Response> list(UriInfo asked) {
        Caller caller = callers.current();
        TicketSearch search = TicketSearch.page(asked.getQueryParameters());
        TicketOrder order = search.order(TicketSearch.DEFAULT_SORT);
        int limit = search.limit();
        return askedFilters
                .of(caller, search)
                .flatMap(filter -> tickets.matching(caller.workspace(), filter, order, search.place(order), limit + 1))
                .map(found -> Page.cut(found, limit, last -> TicketSearch.cursor(order, last)))
                .map(page -> Pages.response(page.map(TicketView::of), asked));
    }

    @GET
    @Path("/{idOrNumber}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readTicket",
            summary = "Read a ticket",
            description = "By id or by number, for example /api/v1/tickets/42. The ETag is the version.")
    @APIResponse(
            responseCode = "200",
            description = "The ticket",
            content =
                    @Content(
                            schema = @Schema(implementation = TicketView.class),
                            examples = @ExampleObject(name = "a bug", value = TicketExamples.TICKET)))
    public Uni<Response> read(@PathParam("idOrNumber") String idOrNumber) {
        Caller caller = callers.current();
        TicketRef ref = TicketRefs.of(idOrNumber);
        return scopes.of(caller).flatMap(scope -> shown(caller, ref, scope));
    }

    @PATCH
    @Path("/{idOrNumber}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "changeTicket",
            summary = "Change a ticket",
            description =
                    "A JSON Merge Patch. If-Match is honoured, and required to change the description. A change that"
                            + " changes nothing keeps the version.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ChangeTicketRequest.class),
                            examples = @ExampleObject(name = "hand over and wait", value = TicketExamples.CHANGE)))
    @APIResponse(
            responseCode = "200",
            description = "The ticket after the change",
            content =
                    @Content(
                            schema = @Schema(implementation = TicketView.class),
                            examples = @ExampleObject(name = "a bug", value = TicketExamples.TICKET)))
    public Uni<Response> change(
            @PathParam("idOrNumber") String idOrNumber,
            ChangeTicketRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        TicketRef ref = TicketRefs.of(idOrNumber);
        required(request).check();
        Optional<Long> version =
                request.changesText() ? Optional.of(ETags.ifMatchRequired(ifMatch)) : ETags.ifMatch(ifMatch);
        Origin origin = correlations.originOf(caller);
        return scopes.of(caller)
                .map(scope -> new ChangeTicket.Target(caller.workspace(), ref, version, origin, scope))
                .flatMap(target -> changeTicket.change(target, request.steps()))
                .flatMap(changed -> shown(caller, new TicketRef.ById(changed.id()), TicketScope.ALL));
    }

    private Uni<Response> shown(Caller caller, TicketRef ref, TicketScope scope) {
        return tickets.find(caller.workspace(), ref, scope)
                .map(found -> answer(found.orElseThrow(() -> Problems.notFound("ticket"))));
    }

    /** What other services tell of a ticket changes without its version, so no answer is ever 304. */
    static Response answer(ShownTicket shown) {
        return Response.ok(TicketView.of(shown))
                .header(HttpHeaders.ETAG, ETags.of(shown.ticket().version()))
                .build();
    }

    private static Response created(Ticket ticket, UriInfo asked) {
        URI location = asked.getAbsolutePathBuilder()
                .path(ticket.id().value().toString())
                .build();
        return Response.created(location)
                .header(HttpHeaders.ETAG, ETags.of(ticket.version()))
                .entity(TicketView.fresh(ticket))
                .build();
    }

    /** A body that is empty, or the JSON value null, is no request. */
    private static <T> T required(@Nullable T request) {
        if (request == null) {
            throw Problems.malformed("", "A body is needed");
        }
        return request;
    }
}
