package io.omniflow.sla.overview;

import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.clock.domain.Priority;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was missed. */
@Path("/api/v1/sla/breaches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Overview")
public class BreachResource {
    private final Callers callers;
    private final ClocksAtLarge clocks;
    private final InstantSource time;

    BreachResource(Callers callers, ClocksAtLarge clocks, InstantSource time) {
        this.callers = callers;
        this.clocks = clocks;
        this.time = time;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listBreaches",
            summary = "List missed deadlines",
            description =
                    "Clocks by the instant at which their deadline passed, the newest first; each once a cycle, by"
                            + " the first it missed. Withdrawn breaches are not among them, those of merged tickets are.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = BreachView.Several.class),
                            examples = @ExampleObject(name = "one", value = OverviewExamples.BREACHES)))
    public Uni<Response> list(
            @Parameter(description = "Thirty days before `to` when left out, at most 366") @QueryParam("from") @Nullable Instant from,
            @Parameter(description = "Now when left out; not included") @QueryParam("to") @Nullable Instant to,
            @QueryParam("teamId") @Nullable UUID teamId,
            @QueryParam("assigneeId") @Nullable UUID assigneeId,
            @QueryParam("policyId") @Nullable UUID policyId,
            @QueryParam("priority") @Nullable Priority priority,
            @QueryParam("metric") @Nullable Metric metric,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            UriInfo asked) {
        int most = Limit.of(limit);
        return clocks.breached(
                        callers.current().workspace(),
                        new ClockFilter(teamId, assigneeId, policyId, priority, metric),
                        Period.of(from, to, time.instant()),
                        ClockPlace.read(cursor),
                        most + 1)
                .map(rows -> Page.cut(rows, most, last -> last.place().cursor()))
                .map(page -> Pages.response(page, asked));
    }
}
