package io.omniflow.merge.audit.rest;

import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.Problems;
import io.omniflow.merge.audit.AcceptedFacts;
import io.omniflow.merge.audit.Entries;
import io.omniflow.merge.audit.VerifyChain;
import io.omniflow.merge.audit.domain.Entry;
import io.omniflow.merge.audit.domain.Search;
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
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit log: read and checked, never written. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Audit log",
        description = "Every fact of every ticket and every change of settings, in one chain a workspace")
public class AuditResource {
    private final Callers callers;
    private final Entries entries;
    private final AcceptedFacts accepted;
    private final VerifyChain verifyChain;

    AuditResource(Callers callers, Entries entries, AcceptedFacts accepted, VerifyChain verifyChain) {
        this.callers = callers;
        this.entries = entries;
        this.accepted = accepted;
        this.verifyChain = verifyChain;
    }

    @GET
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "searchAudit",
            summary = "Search the audit log",
            description = "Entries that match all filters given, newest first: by their place in the chain, or, where a"
                    + " time is given, by the time of the fact. For example ?ticketId=…&kind=status_changed.")
    @APIResponse(
            responseCode = "200",
            description = "One page of entries, with a Link to the next",
            content =
                    @Content(
                            schema = @Schema(implementation = EntryPage.class),
                            examples = @ExampleObject(name = "a status change", value = AuditExamples.PAGE)))
    public Uni<Response> search(
            @QueryParam("ticketId") @Nullable UUID ticketId,
            @Parameter(description = "Who did it, as kind:id", example = "agent:anna") @QueryParam("actor") @Nullable String actor,
            @Parameter(description = "What happened", example = "status_changed") @QueryParam("kind") @Nullable String kind,
            @Parameter(description = "Facts at or after this time") @QueryParam("from") @Nullable Instant from,
            @Parameter(description = "Facts before this time") @QueryParam("to") @Nullable Instant to,
            @QueryParam("mergeId") @Nullable UUID mergeId,
            @Parameter(description = "The service that told it", example = "ticket-service")
                    @QueryParam("service")
                    @Nullable String service,
            @Parameter(description = "What one request brought about") @QueryParam("correlationId") @Nullable String correlationId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            UriInfo asked) {
        Search search =
                SearchParameters.checked(new Search(ticketId, actor, kind, service, from, to, mergeId, correlationId));
        Search.@Nullable Place below = SearchParameters.place(search, cursor);
        int most = Limit.of(limit);
        return entries.matching(workspace(), search, below, most + 1)
                .map(found -> Page.cut(found, most, last -> SearchParameters.cursor(search, last)))
                .map(page -> Pages.response(page.map(EntryView::of), asked));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "readAuditEntry",
            summary = "Read one entry of the audit log",
            description = "The entry with this id, for example of one found by a search.")
    @APIResponse(
            responseCode = "200",
            description = "The entry; its ETag is its hash",
            content =
                    @Content(
                            schema = @Schema(implementation = EntryView.class),
                            examples = @ExampleObject(name = "a status change", value = AuditExamples.ENTRY)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return entries.byId(workspace(), id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("Audit entry " + id)))
                .map(AuditResource::answer);
    }

    @GET
    @Path("/verify")
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "verifyAudit",
            summary = "Prove that the audit log was not changed",
            description =
                    "Reads the chain, or a part of it, and checks each entry against its hashes, the entry before it,"
                            + " the checkpoints taken, those the log tells of, and the redactions it lists. ?from=…"
                            + " checks what was appended since a time. With a checkpoint that you kept (?checkpoint=1000:9f86d0…) it proves that"
                            + " nothing from fromSequence up to it was rewritten, not even by the owner of the database.")
    @APIResponse(
            responseCode = "200",
            description = "What was found; an invalid chain is told with the first sequence that does not hold",
            content =
                    @Content(
                            schema = @Schema(implementation = VerificationView.class),
                            examples = {
                                @ExampleObject(name = "a sound chain", value = AuditExamples.SOUND),
                                @ExampleObject(name = "a changed payload", value = AuditExamples.CHANGED)
                            }))
    public Uni<VerificationView> verify(
            @Parameter(description = "First sequence to check; 1 when absent") @QueryParam("fromSequence") @Nullable Long fromSequence,
            @Parameter(description = "Last sequence to check; the newest when absent")
                    @QueryParam("toSequence")
                    @Nullable Long toSequence,
            @Parameter(description = "A published checkpoint, sequence:hash") @QueryParam("checkpoint") @Nullable String checkpoint,
            @Parameter(
                            description =
                                    "Instead of fromSequence: whatever was appended since this time, beginning behind"
                                            + " the last checkpoint before it")
                    @QueryParam("from")
                    @Nullable Instant from) {
        WorkspaceId workspace = workspace();
        VerifyChain.Range range = new VerifyChain.Range(
                SearchParameters.start(fromSequence, from), toSequence, SearchParameters.checkpoint(checkpoint));
        return verifyChain.verify(workspace, range).chain(outcome -> accepted.count(workspace)
                .map(waiting -> VerificationView.of(outcome, waiting)));
    }

    private static Response answer(Entry entry) {
        return Response.ok(EntryView.of(entry))
                .tag(new EntityTag(entry.hash().hex()))
                .build();
    }

    private WorkspaceId workspace() {
        return callers.current().workspace();
    }
}
