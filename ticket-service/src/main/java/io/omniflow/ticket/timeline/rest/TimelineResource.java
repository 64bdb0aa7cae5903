package io.omniflow.ticket.timeline.rest;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.CallerScopes;
import io.omniflow.ticket.lifecycle.ShownTickets;
import io.omniflow.ticket.lifecycle.TicketFilter;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.TicketRefs;
import io.omniflow.ticket.timeline.Timeline;
import io.omniflow.ticket.timeline.TimelineEntry;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happened to a ticket, all services together, newest first. */
@Path("/api/v1/tickets/{idOrNumber}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class TimelineResource {
    private static final String EXAMPLE = """
            {"items": [{"id": "019ab3f2-1111-7c3f-8a4b-5c6d7e8f9a0b", "at": "2026-11-24T09:05:00.000Z",
              "service": "ticket-service", "kind": "status_changed", "actor": "agent:anna", "sequence": 2,
              "backfill": false, "correlationId": "c-1", "data": {"before": "open", "after": "waiting"}}],
             "nextCursor": null}""";

    private final Callers callers;
    private final ShownTickets tickets;
    private final CallerScopes scopes;
    private final Timeline timeline;

    TimelineResource(Callers callers, ShownTickets tickets, CallerScopes scopes, Timeline timeline) {
        this.scopes = scopes;
        this.callers = callers;
        this.tickets = tickets;
        this.timeline = timeline;
    }

    /** Describes a page of the timeline to the readers of the API description. */
    @Schema(name = "TimelinePage")
    record TimelinePage(List<TimelineEntry> items, @Nullable String nextCursor) {}

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readTimeline",
            summary = "Read the timeline of a ticket",
            description = "Facts of all services, newest first; for example the last ten with ?limit=10.")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link to the next",
            content =
                    @Content(
                            schema = @Schema(implementation = TimelinePage.class),
                            examples = @ExampleObject(name = "a status change", value = EXAMPLE)))
    public Uni<Response> read(
            @PathParam("idOrNumber") String ticket,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            UriInfo asked) {
        Caller caller = callers.current();
        int most = Limit.of(limit);
        Timeline.@Nullable Place before = cursor == null ? null : place(cursor);
        TicketRef ref = TicketRefs.of(ticket);
        return scopes.of(caller)
                .flatMap(scope -> tickets.find(caller.workspace(), ref, scope))
                .map(found -> found.orElseThrow(() -> Problems.notFound("ticket")))
                .flatMap(found ->
                        timeline.of(caller.workspace(), found.ticket().id().value(), before, most + 1))
                .map(found -> Page.cut(
                        found,
                        most,
                        last -> Cursors.encode(last.at().toString(), last.id().toString())))
                .map(page -> Pages.response(page, asked));
    }

    private static Timeline.Place place(String cursor) {
        List<String> parts = Cursors.decode(cursor, 2);
        try {
            return new Timeline.Place(
                    TicketFilter.storable(Instant.parse(parts.getFirst())).orElseThrow(Cursors::refused),
                    Cursors.uuid(parts.getLast()));
        } catch (DateTimeException malformed) {
            throw Cursors.refused();
        }
    }
}
