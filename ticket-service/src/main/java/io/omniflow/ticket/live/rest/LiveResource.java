package io.omniflow.ticket.live.rest;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.ticket.lifecycle.ShownTicket;
import io.omniflow.ticket.listing.AskedFilters;
import io.omniflow.ticket.listing.TicketSearch;
import io.omniflow.ticket.listing.TicketView;
import io.omniflow.ticket.live.LiveTickets;
import io.omniflow.ticket.live.Position;
import io.omniflow.ticket.live.SentEvents;
import io.omniflow.ticket.live.TicketNews;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A list's changes as they happen. */
@Path("/api/v1/tickets/stream")
@Tag(name = "Tickets")
public class LiveResource {
    private static final String EXAMPLE = """
            id: 90211.1187.1795770000
            event: ticket
            data: {"id": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f", "number": 42, "title": "Checkout fails", "version": 2}

            id: 90214.1189.1795770001
            event: gone
            data: {"id": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f"}

            """;

    private final Callers callers;
    private final AskedFilters askedFilters;
    private final LiveTickets live;

    LiveResource(Callers callers, AskedFilters askedFilters, LiveTickets live) {
        this.callers = callers;
        this.askedFilters = askedFilters;
        this.live = live;
    }

    /** The data of {@code gone}. */
    @Schema(name = "GoneTicket")
    record Gone(UUID id) {}

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "streamTickets",
            summary = "Live changes of a list",
            description =
                    "Server-Sent Events, narrowed by the filters of GET /tickets. ticket: a ticket that matches is"
                            + " new or has changed; its data is the ticket as it is now. gone: a ticket has changed and does not"
                            + " match, whether you knew it or not. After a break Last-Event-ID goes on without a gap; reset"
                            + " says that the break was too long, so read the list anew. A comment every 15 seconds; a stream"
                            + " ends after an hour. Up to 10 a caller, then 429.")
    @APIResponse(
            responseCode = "200",
            description = "Events without an end",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "two", value = EXAMPLE)))
    public Uni<Void> stream(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            UriInfo asked,
            @Context SseEventSink sink,
            @Context Sse events) {
        Caller caller = callers.current();
        TicketSearch search = TicketSearch.filters(asked.getQueryParameters());
        Optional<Position> resumed = Position.ofLastEvent(lastEventId);
        return askedFilters
                .of(caller, search)
                .invoke(filter ->
                        SentEvents.begin(live.stream(caller, filter, resumed), sink, events, LiveResource::form))
                .replaceWithVoid();
    }

    private static SentEvents.Form form(TicketNews news) {
        return switch (news) {
            case TicketNews.Changed(ShownTicket ticket) -> new SentEvents.Form("ticket", TicketView.of(ticket));
            case TicketNews.Gone(UUID id) -> new SentEvents.Form("gone", new Gone(id));
        };
    }
}
