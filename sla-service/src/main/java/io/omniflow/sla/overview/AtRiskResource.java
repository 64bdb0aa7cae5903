package io.omniflow.sla.overview;

import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.Problems;
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
import java.time.Duration;
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

/** What is due soon. */
@Path("/api/v1/sla/at-risk")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Overview", description = "The clocks of all tickets")
public class AtRiskResource {
    private static final Duration USUAL = Duration.ofHours(2);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Callers callers;
    private final ClocksAtLarge clocks;
    private final InstantSource time;

    AtRiskResource(Callers callers, ClocksAtLarge clocks, InstantSource time) {
        this.callers = callers;
        this.clocks = clocks;
        this.time = time;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listClocksAtRisk",
            summary = "List clocks that are due soon",
            description = "Those that run, have missed nothing yet and reach their target within the given real time if"
                    + " nothing changes, the next one first.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = DueClockView.Several.class),
                            examples = @ExampleObject(name = "one", value = OverviewExamples.DUE)))
    public Uni<Response> list(
            @Parameter(description = "Up to P366D; two hours when left out") @QueryParam("within") @Nullable Duration within,
            @QueryParam("teamId") @Nullable UUID teamId,
            @QueryParam("assigneeId") @Nullable UUID assigneeId,
            @QueryParam("policyId") @Nullable UUID policyId,
            @QueryParam("priority") @Nullable Priority priority,
            @QueryParam("metric") @Nullable Metric metric,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            UriInfo asked) {
        Duration ahead = within == null ? USUAL : within;
        if (ahead.isNegative() || ahead.compareTo(LONGEST) > 0) {
            throw Problems.invalid("within", "must be from PT0S to P366D");
        }
        int most = Limit.of(limit);
        Instant now = time.instant();
        return clocks.due(
                        callers.current().workspace(),
                        new ClockFilter(teamId, assigneeId, policyId, priority, metric),
                        now.plus(ahead),
                        now,
                        ClockPlace.read(cursor),
                        most + 1)
                .map(rows -> Page.cut(rows, most, last -> last.place().cursor()))
                .map(page -> Pages.response(page, asked));
    }
}
