package io.omniflow.merge.retention.rest;

import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.Problems;
import io.omniflow.merge.retention.ArchiveKeys;
import io.omniflow.merge.retention.Archives;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What has left the audit log, and what proves it. */
@Path("/api/v1/audit/archives")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit log")
public class ArchiveResource {
    private static final String GZIP = "application/gzip";

    private final Callers callers;
    private final Archives archives;
    private final ArchiveKeys keys;

    ArchiveResource(Callers callers, Archives archives, ArchiveKeys keys) {
        this.callers = callers;
        this.archives = archives;
        this.keys = keys;
    }

    @GET
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "listAuditArchives",
            summary = "List the archives of the audit log",
            description = "Newest first, for example ?limit=10.")
    @APIResponse(
            responseCode = "200",
            description = "One page of archives, with a Link to the next",
            content =
                    @Content(
                            schema = @Schema(implementation = ArchiveView.ArchivePage.class),
                            examples = @ExampleObject(name = "one archive", value = ArchiveView.PAGE)))
    public Uni<Response> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            UriInfo asked) {
        int most = Limit.of(limit);
        long below = cursor == null
                ? Long.MAX_VALUE
                : Cursors.number(Cursors.decode(cursor, 1).getFirst());
        return archives.below(workspace(), below, most + 1)
                .map(found -> Page.cut(found, most, last -> Cursors.encode(Long.toString(last.lastSequence()))))
                .map(page -> Pages.response(page.map(ArchiveView::of), asked));
    }

    @GET
    @Path("/key")
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "readAuditArchiveKeys",
            summary = "Read the public keys that prove archives",
            description =
                    "The one that signs now comes first, for example to keep it elsewhere; none where archives are not"
                            + " configured.")
    @APIResponse(
            responseCode = "200",
            description = "The keys",
            content =
                    @Content(
                            schema = @Schema(implementation = KeysView.class),
                            examples = @ExampleObject(name = "one key", value = KeysView.EXAMPLE)))
    public KeysView keys() {
        return KeysView.of(keys.published());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "readAuditArchive",
            summary = "Read an archive's manifest",
            description = "Which entries it holds, and what proves it, for example of one found in the list.")
    @APIResponse(
            responseCode = "200",
            description = "The archive; its ETag is the hash of its file",
            content =
                    @Content(
                            schema = @Schema(implementation = ArchiveView.class),
                            examples = @ExampleObject(name = "two thousand entries", value = ArchiveView.EXAMPLE)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return archives.byId(workspace(), id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("Archive " + id)))
                .map(archive -> Response.ok(ArchiveView.of(archive))
                        .tag(new EntityTag(archive.contentHash().hex()))
                        .build());
    }

    @GET
    @Path("/{id}/file")
    @Produces(GZIP)
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "readAuditArchiveFile",
            summary = "Read an archive's file",
            description =
                    "NDJSON in gzip: an entry a line, its payload as the text that was hashed, for example to check its"
                            + " hashes elsewhere.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = GZIP,
                            schema = @Schema(implementation = String.class, format = "binary"),
                            examples = @ExampleObject(name = "compressed", value = "…")))
    public Uni<Response> file(@PathParam("id") UUID id) {
        return archives.content(workspace(), id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("Archive " + id)))
                .map(content -> Response.ok(content, GZIP)
                        .header("Content-Disposition", "attachment; filename=\"audit-" + id + ".ndjson.gz\"")
                        .build());
    }

    private WorkspaceId workspace() {
        return callers.current().workspace();
    }
}
