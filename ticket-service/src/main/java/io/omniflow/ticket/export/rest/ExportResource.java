package io.omniflow.ticket.export.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omniflow.kit.download.CsvTable;
import io.omniflow.kit.download.Downloads;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.ticket.export.AllTickets;
import io.omniflow.ticket.lifecycle.ShownTicket;
import io.omniflow.ticket.lifecycle.TicketOrder;
import io.omniflow.ticket.listing.AskedFilters;
import io.omniflow.ticket.listing.TicketSearch;
import io.omniflow.ticket.listing.TicketView;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tickets as files. A file is sent as it is read; one that cannot be finished ends in a broken connection, not in an end. */
@Path("/api/v1/exports")
@Tag(name = "Exports", description = "All tickets that match, as a file")
public class ExportResource {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    /** A key that stands still, so that a change made meanwhile moves no ticket past the reader. */
    private static final String OLDEST_FIRST = "created";

    private static final String FILTERED = "Takes the filters and the sort of GET /tickets; oldest first by default.";

    private final Callers callers;
    private final AskedFilters askedFilters;
    private final AllTickets tickets;
    private final ObjectMapper json;
    private final CsvTable<TicketView> csv;

    ExportResource(Callers callers, AskedFilters askedFilters, AllTickets tickets, ObjectMapper json) {
        this.callers = callers;
        this.askedFilters = askedFilters;
        this.tickets = tickets;
        this.json = json;
        this.csv = CsvTickets.table(this::written);
    }

    @GET
    @Path("/tickets.csv")
    @Produces(CSV)
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "exportTicketsAsCsv",
            summary = "Tickets as CSV",
            description =
                    FILTERED + " RFC 4180, UTF-8, with a header; lists stand in one cell behind commas. A cell that"
                            + " begins with = + - @, a tab or a carriage return gets ' in front.")
    @Parameter(name = "status", in = ParameterIn.QUERY, example = "open")
    @Parameter(name = "q", in = ParameterIn.QUERY, example = "checkout")
    @Parameter(name = "sort", in = ParameterIn.QUERY, example = "created")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "one ticket",
                                            value =
                                                    "id,number,title\r\n019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f,42,Checkout\r\n")))
    public Multi<byte[]> csv(UriInfo asked) {
        Multi<String> file = file(asked, pages -> Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(csv::header), pages.map(page -> csv.rows(views(page)))));
        return Downloads.of(file, "tickets.csv");
    }

    @GET
    @Path("/tickets.ndjson")
    @Produces(NDJSON)
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "exportTicketsAsNdjson",
            summary = "Tickets as NDJSON",
            description = FILTERED + " One ticket a line, as GET /tickets/{id} shows it.")
    @Parameter(name = "status", in = ParameterIn.QUERY, example = "open")
    @Parameter(name = "q", in = ParameterIn.QUERY, example = "checkout")
    @Parameter(name = "sort", in = ParameterIn.QUERY, example = "created")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "one ticket",
                                            value =
                                                    "{\"id\":\"019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f\",\"number\":42}\n")))
    public Multi<byte[]> ndjson(UriInfo asked) {
        // the framework ends each item with a line feed, as this media type has it
        return Downloads.of(
                file(
                        asked,
                        pages -> pages.map(
                                page -> views(page).stream().map(this::written).collect(Collectors.joining("\n")))),
                "tickets.ndjson");
    }

    /** The filter is read before the first byte leaves: what no list takes is a problem, not half a file. */
    private Multi<String> file(UriInfo asked, Function<Multi<List<ShownTicket>>, Multi<String>> form) {
        Caller caller = callers.current();
        TicketSearch search = TicketSearch.whole(asked.getQueryParameters());
        TicketOrder order = search.order(OLDEST_FIRST);
        return askedFilters
                .of(caller, search)
                .onItem()
                .transformToMulti(filter -> form.apply(tickets.pages(caller.workspace(), filter, order)));
    }

    private static List<TicketView> views(List<ShownTicket> page) {
        return page.stream().map(TicketView::of).toList();
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
