package io.omniflow.merge.merging.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.IdempotentCalls;
import io.omniflow.kit.http.Prefer;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.Problems;
import io.omniflow.merge.merging.AwaitMerge;
import io.omniflow.merge.merging.Merges;
import io.omniflow.merge.merging.RequestMerge;
import io.omniflow.merge.merging.domain.MergeState;
import io.omniflow.merge.merging.domain.Wish;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Merges: asked for, looked at, taken back. */
@Path(MergeAnswers.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Merges", description = "Duplicates made one ticket, and taken apart again")
public class MergeResource {
    private static final String OPERATION = "merges.request";

    private final Callers callers;
    private final Correlations correlations;
    private final IdempotentCalls calls;
    private final RequestMerge request;
    private final UndoCalls undo;
    private final AwaitMerge await;
    private final Merges merges;
    private final Clock clock;

    MergeResource(
            Callers callers,
            Correlations correlations,
            IdempotentCalls calls,
            RequestMerge request,
            UndoCalls undo,
            AwaitMerge await,
            Merges merges,
            Clock clock) {
        this.callers = callers;
        this.correlations = correlations;
        this.calls = calls;
        this.request = request;
        this.undo = undo;
        this.await = await;
        this.merges = merges;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "requestMerge",
            summary = "Merge tickets",
            description =
                    "The destination gets all conversations, contacts, notes and tags of the sources, which are closed."
                            + " The wish is answered 202; with Prefer: wait=5 the answer comes when the merge is made, if it is"
                            + " by then, or with the reason why it was refused. Also tickets created a moment ago can be"
                            + " merged. The workspace's settings say which role may.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MergeRequest.class),
                            examples = @ExampleObject(name = "a duplicate", value = MergeExamples.REQUEST)))
    @APIResponse(
            responseCode = "202",
            description = "On its way; Location shows how it ends",
            content =
                    @Content(
                            schema = @Schema(implementation = MergeView.class),
                            examples = @ExampleObject(name = "requested", value = MergeExamples.REQUESTED)))
    @APIResponse(
            responseCode = "201",
            description = "Made within the time the caller would wait",
            content =
                    @Content(
                            schema = @Schema(implementation = MergeView.class),
                            examples = @ExampleObject(name = "completed", value = MergeExamples.COMPLETED)))
    @APIResponse(responseCode = "409", description = "Refused within the time the caller would wait")
    public Uni<Response> request(
            @NotNull MergeRequest body,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Prefer") @Nullable String prefer) {
        Caller caller = callers.current();
        Origin origin = correlations.originOf(caller);
        Wish wish = body.wish();
        Duration patience = Prefer.wait(prefer);
        return calls.once(
                        caller, key, OPERATION, body, transaction -> request.request(transaction, caller, wish, origin)
                                .map(merge -> MergeAnswers.accepted(merge, clock.instant())))
                .flatMap(accepted -> patience.isZero()
                        ? Uni.createFrom().item(accepted)
                        : await.await(new Merges.Id(caller.workspace(), MergeAnswers.idIn(accepted)), patience)
                                .map(found -> MergeAnswers.awaitedMerge(found, clock.instant(), patience)));
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listMerges",
            summary = "List merges",
            description = "Newest first; for example all that a ticket was a source or the destination of.")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link to the next",
            content =
                    @Content(
                            schema = @Schema(implementation = MergePage.class),
                            examples = @ExampleObject(name = "one", value = MergeExamples.PAGE)))
    public Uni<Response> list(
            @Parameter(description = "Source or destination") @QueryParam("ticketId") @Nullable UUID ticketId,
            @QueryParam("state") MergeState.@Nullable Stage state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            UriInfo asked) {
        int most = Limit.of(limit);
        @Nullable UUID below =
                cursor == null ? null : Cursors.uuid(Cursors.decode(cursor, 1).getFirst());
        Instant now = clock.instant();
        return merges.matching(callers.current().workspace(), new Merges.Filter(ticketId, state), below, most + 1)
                .map(found ->
                        Page.cut(found, most, last -> Cursors.encode(last.id().toString())))
                .map(page -> Pages.response(page.map(merge -> MergeView.of(merge, now)), asked));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readMerge",
            summary = "Read a merge",
            description = "Its state, exactly what moved, and until when it can be undone.")
    @APIResponse(
            responseCode = "200",
            description = "The merge",
            content =
                    @Content(
                            schema = @Schema(implementation = MergeView.class),
                            examples = {
                                @ExampleObject(name = "completed", value = MergeExamples.COMPLETED),
                                @ExampleObject(name = "rejected", value = MergeExamples.REJECTED)
                            }))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return merges.byId(new Merges.Id(callers.current().workspace(), id))
                .map(found -> found.orElseThrow(() -> Problems.notFound("The merge")))
                .map(merge -> MergeAnswers.shown(merge, clock.instant()));
    }

    @POST
    @Path("/{id}/undo")
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "undoMerge",
            summary = "Undo a merge",
            description =
                    "Within 30 days each source gets back what it brought, with what happened to it since, and its former"
                            + " status; all sources at once. Answered 202; with Prefer: wait=5 the answer comes when it is undone,"
                            + " if it is by then. The workspace's settings say which role may: lead, unless they were changed.")
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
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Prefer") @Nullable String prefer) {
        return undo.undo(callers.current(), id, new UndoCalls.Headers(key, prefer));
    }
}
