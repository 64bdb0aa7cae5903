package io.omniflow.sla.calendar.rest;

import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.calendar.AskCalendars;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calendars' arithmetic for other systems. It keeps nothing. */
@Path("/api/v1/sla/due")
@Tag(name = "Calendars")
public class DueResource {
    /** What the API's timestamps can say. */
    private static final Instant LATEST = Instant.parse("9998-12-31T23:59:59.999Z");

    private final Callers callers;
    private final AskCalendars asking;

    DueResource(Callers callers, AskCalendars asking) {
        this.callers = callers;
        this.asking = asking;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "reckonDue",
            summary = "When would this be due",
            description =
                    "The first instant by which the calendar has been open for the duration since the start, to the"
                            + " millisecond. Time that ends with the day is due at closing, not at the next opening.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DueRequest.class),
                            examples = @ExampleObject(name = "eight hours", value = CalendarExamples.DUE)))
    @APIResponse(
            responseCode = "200",
            description = "The instant",
            content =
                    @Content(
                            schema = @Schema(implementation = DueView.class),
                            examples = @ExampleObject(name = "over a weekend", value = CalendarExamples.DUE_AT)))
    @APIResponse(responseCode = "422", description = "No such calendar in this workspace, or a part is missing")
    public Uni<DueView> due(DueRequest request) {
        DueRequest.Asked asked = request.asked();
        return asking.due(callers.current().workspace(), asked.calendar(), asked.start(), asked.duration())
                .map(found -> found.map(DueResource::shown)
                        .orElseThrow(() -> Problems.invalid("/calendarId", "names no calendar of this workspace")));
    }

    private static DueView shown(AskCalendars.Due due) {
        if (due.at().isAfter(LATEST)) {
            throw Problems.invalid("/duration", "is not reached before the year 9999");
        }
        return new DueView(due.at(), due.version());
    }
}
