package io.omniflow.sla.overview;

import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.clock.domain.Priority;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

/** How well it went. */
@Path("/api/v1/sla/report")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Overview")
public class ReportResource {
    private final Callers callers;
    private final ClosedClocks clocks;
    private final InstantSource time;

    ReportResource(Callers callers, ClosedClocks clocks, InstantSource time) {
        this.callers = callers;
        this.clocks = clocks;
        this.time = time;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "reportSla",
            summary = "Report attainment and times",
            description = "The clocks that ended in the period, by metric: how many kept their target, and counted"
                    + " time at the 50th, 90th and 95th percentile, each exactly the time of one clock. A clock ended by"
                    + " a merge counts only when it missed its target.")
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content =
                    @Content(
                            schema = @Schema(implementation = ReportView.class),
                            examples = @ExampleObject(name = "by priority", value = OverviewExamples.REPORT)))
    public Uni<ReportView> report(
            @Parameter(description = "Thirty days before `to` when left out, at most 366") @QueryParam("from") @Nullable Instant from,
            @Parameter(description = "Now when left out; not included") @QueryParam("to") @Nullable Instant to,
            @Parameter(description = "By priority when left out") @QueryParam("groupBy") @Nullable Grouping groupBy,
            @QueryParam("teamId") @Nullable UUID teamId,
            @QueryParam("assigneeId") @Nullable UUID assigneeId,
            @QueryParam("policyId") @Nullable UUID policyId,
            @QueryParam("priority") @Nullable Priority priority,
            @QueryParam("metric") @Nullable Metric metric) {
        Period period = Period.of(from, to, time.instant());
        Grouping grouping = groupBy == null ? Grouping.PRIORITY : groupBy;
        return clocks.report(
                        callers.current().workspace(),
                        new ClockFilter(teamId, assigneeId, policyId, priority, metric),
                        period,
                        grouping)
                .map(groups -> new ReportView(period.from(), period.to(), grouping, groups));
    }
}
