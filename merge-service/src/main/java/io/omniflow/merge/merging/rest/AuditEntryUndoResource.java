package io.omniflow.merge.merging.rest;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.problem.Problems;
import io.omniflow.merge.audit.Entries;
import io.omniflow.merge.audit.domain.Entry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The undo of a merge from where it is seen to have happened. */
@Path("/api/v1/audit/{entryId}/undo")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Audit log",
        description = "Every fact of every ticket and every change of settings, in one chain a workspace")
public class AuditEntryUndoResource {
    /** Entries that tell of a merge having been made. */
    private static final Set<String> KINDS = Set.of("merged", "absorbed", "completed");

    private final Callers callers;
    private final Entries entries;
    private final UndoCalls undo;

    AuditEntryUndoResource(Callers callers, Entries entries, UndoCalls undo) {
        this.callers = callers;
        this.entries = entries;
        this.undo = undo;
    }

    @POST
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "undoFromAudit",
            summary = "Undo a merge from the audit log",
            description = "Undoes the merge that the entry tells of, one of kind merged, absorbed or completed, just as"
                    + " POST /api/v1/merges/{id}/undo would. Any other entry is answered 422.")
    @APIResponse(
            responseCode = "202",
            description = "On its way; Location shows how it ends",
            content =
                    @Content(
                            schema = @Schema(implementation = MergeView.class),
                            examples = @ExampleObject(name = "requested", value = MergeExamples.UNDO_REQUESTED)))
    @APIResponse(
            responseCode = "200",
            description = "Undone within the time the caller would wait",
            content =
                    @Content(
                            schema = @Schema(implementation = MergeView.class),
                            examples = @ExampleObject(name = "undone", value = MergeExamples.UNDONE)))
    @APIResponse(
            responseCode = "409",
            description = "Not completed, being undone, undone already, or another merge (mergeId) is in the way")
    @APIResponse(responseCode = "410", description = "The 30 days are over")
    public Uni<Response> undo(
            @PathParam("entryId") UUID entryId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Prefer") @Nullable String prefer) {
        Caller caller = callers.current();
        return entries.byId(caller.workspace(), entryId)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The audit entry")))
                .map(AuditEntryUndoResource::mergeOf)
                .flatMap(merge -> undo.undo(caller, merge, new UndoCalls.Headers(key, prefer)));
    }

    private static UUID mergeOf(Entry entry) {
        UUID merge = entry.fact().mergeId();
        if (merge == null || !KINDS.contains(entry.fact().kind())) {
            throw Problems.invalid("entryId", "Must be an entry of kind merged, absorbed or completed");
        }
        return merge;
    }
}
