package io.omniflow.ticket.view.rest;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.ShownTickets;
import io.omniflow.ticket.lifecycle.TicketFilter;
import io.omniflow.ticket.lifecycle.TicketOrder;
import io.omniflow.ticket.listing.AskedFilters;
import io.omniflow.ticket.listing.TicketExamples;
import io.omniflow.ticket.listing.TicketPage;
import io.omniflow.ticket.listing.TicketSearch;
import io.omniflow.ticket.listing.TicketView;
import io.omniflow.ticket.view.KeepViews;
import io.omniflow.ticket.view.SeeViews;
import io.omniflow.ticket.view.View;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What saved lists show: the tickets, and how many. */
@Path("/api/v1/views")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Views")
public class ViewTicketsResource {
    private static final int MOST_VIEWS = 50;

    private final Callers callers;
    private final KeepViews keepViews;
    private final SeeViews seeViews;
    private final AskedFilters askedFilters;
    private final ShownTickets tickets;

    ViewTicketsResource(
            Callers callers, KeepViews keepViews, SeeViews seeViews, AskedFilters askedFilters, ShownTickets tickets) {
        this.callers = callers;
        this.keepViews = keepViews;
        this.seeViews = seeViews;
        this.askedFilters = askedFilters;
        this.tickets = tickets;
    }

    @GET
    @Path("/{id}/tickets")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listTicketsOfView",
            summary = "The tickets of a view",
            description =
                    "In the view's order, unless sort asks for another. Any parameter of GET /tickets narrows it.")
    @Parameter(name = "q", in = ParameterIn.QUERY, example = "checkout")
    @Parameter(name = "status", in = ParameterIn.QUERY, example = "open")
    @Parameter(name = "sort", in = ParameterIn.QUERY, example = "slaDue")
    @Parameter(name = "limit", in = ParameterIn.QUERY, example = "50")
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link to the next",
            content =
                    @Content(
                            schema = @Schema(implementation = TicketPage.class),
                            examples = @ExampleObject(name = "one ticket", value = TicketExamples.PAGE)))
    public Uni<Response> tickets(@PathParam("id") UUID id, UriInfo asked) {
        Caller caller = callers.current();
        TicketSearch search = TicketSearch.page(asked.getQueryParameters());
        int limit = search.limit();
        return keepViews.read(caller, id).flatMap(view -> {
            TicketOrder order = search.order(view.terms().sort());
            return Uni.combine()
                    .all()
                    .unis(askedFilters.of(caller, search), filter(caller, view))
                    .with((narrower, saved) -> narrower.within(saved))
                    .flatMap(narrowed ->
                            tickets.matching(caller.workspace(), narrowed, order, search.place(order), limit + 1))
                    .map(found -> Page.cut(found, limit, last -> TicketSearch.cursor(order, last)))
                    .map(page -> Pages.response(page.map(TicketView::of), asked));
        });
    }

    @GET
    @Path("/counts")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "countTicketsOfViews",
            summary = "How many tickets views show",
            description = "Up to 50 views, in the order asked for; those the caller does not see are left out. Counting"
                    + " ends at 10000+.")
    @APIResponse(
            responseCode = "200",
            description = "A count for each view",
            content =
                    @Content(
                            schema = @Schema(implementation = ViewCounts.class),
                            examples = @ExampleObject(name = "many", value = ViewExamples.COUNTS)))
    public Uni<ViewCounts> counts(
            @Parameter(description = "Ids behind commas", example = "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f")
                    @QueryParam("ids")
                    @Nullable String ids) {
        Caller caller = callers.current();
        Set<UUID> wanted = ids(ids == null ? "" : ids);
        // without ids, the first views of the caller's list
        Uni<List<View>> asked =
                wanted.isEmpty() ? seeViews.of(caller, null, MOST_VIEWS) : seeViews.some(caller, wanted);
        return asked.flatMap(found -> {
            List<View> views = new ArrayList<>(found);
            List<UUID> order = List.copyOf(wanted);
            views.sort(Comparator.comparingInt(view -> order.indexOf(view.id())));
            return filters(caller, views)
                    .flatMap(filters -> tickets.count(caller.workspace(), filters, ViewCounts.MOST))
                    .map(counts -> counted(views, counts));
        });
    }

    private static ViewCounts counted(List<View> views, List<Long> counts) {
        List<ViewCounts.Counted> items = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            items.add(ViewCounts.Counted.of(views.get(i).id(), counts.get(i)));
        }
        return new ViewCounts(items);
    }

    private Uni<TicketFilter> filter(Caller caller, View view) {
        return askedFilters.of(caller, TicketSearch.saved(view.terms().filter()));
    }

    private Uni<List<TicketFilter>> filters(Caller caller, List<View> views) {
        return Multi.createFrom()
                .iterable(views)
                .onItem()
                .transformToUniAndConcatenate(view -> filter(caller, view))
                .collect()
                .asList();
    }

    private static Set<UUID> ids(String text) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (String id : text.split(",", -1)) {
            if (!id.isEmpty()) {
                ids.add(id(id));
            }
        }
        if (ids.size() > MOST_VIEWS) {
            throw Problems.malformed("ids", "may list at most " + MOST_VIEWS + " ids");
        }
        return ids;
    }

    private static UUID id(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException malformed) {
            throw Problems.malformed("ids", "must be UUIDs");
        }
        throw Problems.malformed("ids", "must be UUIDs");
    }
}
