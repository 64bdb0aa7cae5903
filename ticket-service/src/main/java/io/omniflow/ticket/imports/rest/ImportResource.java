package io.omniflow.ticket.imports.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.http.Prefer;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.imports.HistoryFiles;
import io.omniflow.ticket.imports.ImportJob;
import io.omniflow.ticket.imports.Imports;
import io.omniflow.ticket.imports.StagedLine;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.File;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Histories come in as a file, are stored, and become tickets in the background. Importing again adds what is new. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.LEAD)
@Tag(name = "Imports", description = "Histories with their real timestamps")
public class ImportResource {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Callers callers;
    private final Correlations correlations;
    private final ImportCalls calls;
    private final Imports imports;
    private final HistoryFiles files;

    ImportResource(Callers callers, Correlations correlations, ImportCalls calls, Imports imports, HistoryFiles files) {
        this.callers = callers;
        this.correlations = correlations;
        this.calls = calls;
        this.imports = imports;
        this.files = files;
    }

    @POST
    @Consumes("application/x-ndjson")
    @Blocking
    @Operation(
            operationId = "importHistories",
            summary = "Import histories",
            description =
                    "One ticket a line with its history, oldest first; or, as multipart/form-data, the part file with a"
                            + " CSV event log and the part mapping that says what its columns mean. With Prefer: wait=30 the answer"
                            + " comes when the import is done, if it is by then. A call repeated under the same Idempotency-Key"
                            + " answers the first import as it is then; of the bodies only type and length are compared.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "one ticket", value = ImportView.LINE)),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = CsvUpload.class),
                        examples = @ExampleObject(name = "an event log", value = CsvUpload.EXAMPLE))
            })
    @APIResponse(
            responseCode = "202",
            description = "Stored; Location tells how far it is",
            content =
                    @Content(
                            schema = @Schema(implementation = ImportView.class),
                            examples = @ExampleObject(name = "done in time", value = ImportView.EXAMPLE)))
    public Uni<Response> importLines(
            File body,
            @HeaderParam("Prefer") @Nullable String prefer,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            HttpHeaders headers,
            UriInfo uri) {
        return stage(files.ndjson(body.toPath()), prefer, key, headers, uri);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking
    @Operation(hidden = true) // told by importLines: the document has one operation for a path and method
    public Uni<Response> importRows(
            @BeanParam CsvUpload upload,
            @HeaderParam("Prefer") @Nullable String prefer,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            HttpHeaders headers,
            UriInfo uri) {
        if (upload.mapping == null) {
            throw Problems.malformed("mapping", "The part mapping (application/json) is needed");
        }
        if (upload.file == null) {
            throw Problems.malformed("file", "The part file (text/csv) is needed");
        }
        return stage(files.csv(upload.file.uploadedFile(), upload.mapping), prefer, key, headers, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "readImport",
            summary = "See how far an import is",
            description = "For example until its state is completed. At most 100 problems are shown.")
    @APIResponse(
            responseCode = "200",
            description = "The import",
            content =
                    @Content(
                            schema = @Schema(implementation = ImportView.class),
                            examples = @ExampleObject(name = "done", value = ImportView.EXAMPLE)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return found(callers.current(), id).map(job -> Response.ok(ImportView.of(job))
                .header(HttpHeaders.ETAG, ETags.of(job.version()))
                .build());
    }

    private Uni<Response> stage(
            Multi<StagedLine> lines, @Nullable String prefer, @Nullable String key, HttpHeaders headers, UriInfo uri) {
        Caller caller = callers.current();
        Duration wait = Prefer.wait(prefer);
        ImportCalls.Asked asked =
                new ImportCalls.Asked(caller, correlations.originOf(caller), key, ImportCalls.Sent.of(headers), uri);
        return calls.importOf(asked, lines)
                .flatMap(id -> state(caller, id, wait))
                .map(job -> Response.accepted(ImportView.of(job))
                        .header(HttpHeaders.LOCATION, ImportCalls.location(uri, job.id()))
                        .build());
    }

    private Uni<ImportJob> state(Caller caller, UUID id, Duration wait) {
        Uni<ImportJob> now = Uni.createFrom().deferred(() -> found(caller, id));
        if (wait.isZero()) {
            return now;
        }
        return now.repeat()
                .withDelay(POLL)
                .atMost(Math.max(1, wait.dividedBy(POLL)))
                .select()
                .first(job -> job.state() != ImportJob.State.COMPLETED)
                .collect()
                .last()
                .chain(() -> found(caller, id));
    }

    private Uni<ImportJob> found(Caller caller, UUID id) {
        return imports.find(caller.workspace(), id).map(job -> job.orElseThrow(() -> Problems.notFound("import")));
    }
}
