package io.omniflow.ticket.merge.rest;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.CallerScopes;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.TicketRefs;
import io.omniflow.ticket.merge.PreviewMerge;
import io.omniflow.ticket.merge.domain.Merging;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Beside merge-service's merges, but answered by whoever has the tickets. */
@Path("/api/v1/merges/preview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Merges", description = "Tickets merged into one, and back")
public class PreviewResource {
    private static final String SOURCES = "sources";
    private static final String DESTINATION = "destination";

    private final Callers callers;
    private final CallerScopes scopes;
    private final PreviewMerge previews;

    PreviewResource(Callers callers, CallerScopes scopes, PreviewMerge previews) {
        this.callers = callers;
        this.scopes = scopes;
        this.previews = previews;
    }

    @GET
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "previewMerge",
            summary = "What a merge would move",
            description = "By the same decision as the merge, for example ?sources=41,43&destination=42. What would be"
                    + " refused for the state of the tickets is told as a problem in the answer.")
    @APIResponse(
            responseCode = "200",
            description = "What would move, or why nothing would",
            content =
                    @Content(
                            schema = @Schema(implementation = PreviewView.class),
                            examples = {
                                @ExampleObject(name = "one source", value = PreviewView.EXAMPLE),
                                @ExampleObject(name = "merged already", value = PreviewView.REFUSED)
                            }))
    public Uni<PreviewView> preview(
            @Parameter(description = "1 to 20 ids or numbers behind commas", example = "41,43")
                    @QueryParam(SOURCES)
                    @Nullable String sources,
            @Parameter(description = "An id or number", example = "42") @QueryParam(DESTINATION) @Nullable String destination) {
        Caller caller = callers.current();
        List<TicketRef> from = Stream.of(needed(SOURCES, sources).split(",", -1))
                .map(String::strip)
                .map(TicketRefs::of)
                .toList();
        if (from.size() > Merging.MOST_SOURCES) {
            throw Problems.invalid(SOURCES, "may name at most " + Merging.MOST_SOURCES + " tickets");
        }
        TicketRef into = TicketRefs.of(needed(DESTINATION, destination).strip());
        return scopes.of(caller)
                .flatMap(scope -> previews.of(caller.workspace(), from, into, scope))
                .map(PreviewView::of);
    }

    private static String needed(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problems.malformed(name, "is needed");
        }
        return value;
    }
}
