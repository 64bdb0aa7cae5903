package io.omniflow.merge.audit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omniflow.kit.download.CsvTable;
import io.omniflow.kit.download.Downloads;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.merge.audit.AllEntries;
import io.omniflow.merge.audit.domain.Search;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit log as a file. It is sent as it is read; one that cannot be finished ends in a broken connection, not in an end. */
@Path("/api/v1/audit")
@Tag(name = "Audit log")
public class AuditExportResource {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    private static final String FILTERED =
            "Takes the filters of GET /audit and answers everything that matches, oldest first, up"
                    + " to the head the chain has when the request arrives. ";

    private final Callers callers;
    private final AllEntries entries;
    private final ObjectMapper json;
    private final CsvTable<EntryView> csv;

    AuditExportResource(Callers callers, AllEntries entries, ObjectMapper json) {
        this.callers = callers;
        this.entries = entries;
        this.json = json;
        this.csv = CsvEntries.table(this::written);
    }

    @GET
    @Path("/export")
    @Produces(NDJSON)
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "exportAudit",
            summary = "The audit log as NDJSON",
            description = FILTERED + "One entry a line, as GET /audit/{id} shows it.")
    @Parameter(name = "kind", in = ParameterIn.QUERY, example = "status_changed")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "one entry",
                                            value =
                                                    "{\"id\":\"019ab3c0-1111-7000-8000-000000000002\",\"sequence\":2}\n")))
    public Multi<byte[]> ndjson(
            @QueryParam("ticketId") @Nullable UUID ticketId,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @QueryParam("mergeId") @Nullable UUID mergeId,
            @QueryParam("service") @Nullable String service,
            @QueryParam("correlationId") @Nullable String correlationId,
            UriInfo asked) {
        Search search = SearchParameters.whole(
                asked, new Search(ticketId, actor, kind, service, from, to, mergeId, correlationId));
        // the framework ends each item with a line feed, as this media type has it
        Multi<String> file = entries.pages(callers.current().workspace(), search)
                .map(page -> page.stream().map(EntryView::of).map(this::written).collect(Collectors.joining("\n")));
        return Downloads.of(file, "audit.ndjson");
    }

    @GET
    @Path("/export.csv")
    @Produces(CSV)
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "exportAuditAsCsv",
            summary = "The audit log as CSV",
            description =
                    FILTERED + "RFC 4180, UTF-8, with a header; before, after, details and origin are JSON in one cell"
                            + " each. A cell that begins with = + - @, a tab or a carriage return gets ' in front.")
    @Parameter(name = "kind", in = ParameterIn.QUERY, example = "status_changed")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "one entry",
                                            value = "sequence,id\r\n2,019ab3c0-1111-7000-8000-000000000002\r\n")))
    public Multi<byte[]> csv(
            @QueryParam("ticketId") @Nullable UUID ticketId,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @QueryParam("mergeId") @Nullable UUID mergeId,
            @QueryParam("service") @Nullable String service,
            @QueryParam("correlationId") @Nullable String correlationId,
            UriInfo asked) {
        Search search = SearchParameters.whole(
                asked, new Search(ticketId, actor, kind, service, from, to, mergeId, correlationId));
        Multi<String> file = Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(csv::header),
                        entries.pages(callers.current().workspace(), search)
                                .map(page -> csv.rows(
                                        page.stream().map(EntryView::of).toList())));
        return Downloads.of(file, "audit.csv");
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
