package io.omniflow.sla.policy.rest;

import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.policy.SeePolicies;
import io.omniflow.sla.policy.Shelf;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Policies in the order they are asked, and what each was. */
@Path("/api/v1/sla/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies")
public class PolicyListResource {
    private final Callers callers;
    private final SeePolicies seeing;

    PolicyListResource(Callers callers, SeePolicies seeing) {
        this.callers = callers;
        this.seeing = seeing;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listPolicies",
            summary = "List policies",
            description =
                    "In the order they are asked, the default policy last. All pages of a list show the policies as"
                            + " they were when its first page was read.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = PolicyView.Several.class),
                            examples = @ExampleObject(name = "one", value = PolicyExamples.PAGE)))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            UriInfo asked) {
        int most = Limit.of(limit);
        return cursor == null || cursor.isEmpty()
                ? seeing.newest(callers.current().workspace()).map(shelf -> page(shelf, 0, most, asked))
                : next(Cursors.decode(cursor, 2), most, asked);
    }

    /** A cursor is the revision of the first page and the position of the last policy shown. */
    private Uni<Response> next(List<String> cursor, int most, UriInfo asked) {
        int revision = number(cursor.get(0));
        int after = number(cursor.get(1));
        return seeing.at(callers.current().workspace(), revision)
                .map(found -> page(found.orElseThrow(Cursors::refused), after, most, asked));
    }

    private static Response page(Shelf shelf, int after, int most, UriInfo asked) {
        List<Shelf.Placed> rows =
                shelf.placed().stream().skip(after).limit(most + 1L).toList();
        Page<Shelf.Placed> page = Page.cut(
                rows,
                most,
                last -> Cursors.encode(String.valueOf(shelf.book().revision()), String.valueOf(last.position())));
        return Pages.response(page.map(PolicyView::of), asked);
    }

    @GET
    @Path("/{id}/versions")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listPolicyVersions",
            summary = "List the versions of a policy",
            description = "What it was after each change, newest first, each with the position the policy has now.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = PolicyView.Several.class),
                            examples = @ExampleObject(name = "one", value = PolicyExamples.PAGE)))
    @APIResponse(responseCode = "404", description = "No such policy in this workspace")
    public Uni<Response> versions(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            UriInfo asked) {
        int most = Limit.of(limit);
        @Nullable Integer before = cursor == null || cursor.isEmpty()
                ? null
                : number(Cursors.decode(cursor, 1).getFirst());
        return seeing.versions(callers.current().workspace(), id, before, most + 1)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The policy")))
                .map(rows -> Page.cut(
                        rows,
                        most,
                        last -> Cursors.encode(String.valueOf(last.policy().version()))))
                .map(page -> Pages.response(page.map(PolicyView::of), asked));
    }

    private static int number(String part) {
        long number = Cursors.number(part);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw Cursors.refused();
        }
        return (int) number;
    }
}
