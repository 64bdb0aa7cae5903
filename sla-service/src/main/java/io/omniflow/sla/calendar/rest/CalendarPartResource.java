package io.omniflow.sla.calendar.rest;

import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.calendar.AskCalendars;
import io.omniflow.sla.calendar.SeeCalendars;
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

/** What a calendar was, and what it comes to. */
@Path("/api/v1/sla/calendars/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars")
public class CalendarPartResource {
    private static final int USUAL_DAYS = 14;
    private static final int MOST_DAYS = 366;

    private final Callers callers;
    private final SeeCalendars seeing;
    private final AskCalendars asking;
    private final InstantSource time;

    CalendarPartResource(Callers callers, SeeCalendars seeing, AskCalendars asking, InstantSource time) {
        this.callers = callers;
        this.seeing = seeing;
        this.asking = asking;
        this.time = time;
    }

    @GET
    @Path("/versions")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listCalendarVersions",
            summary = "List the versions of a calendar",
            description = "What it was after each change, newest first.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = CalendarView.Several.class),
                            examples = @ExampleObject(name = "one", value = CalendarExamples.PAGE)))
    @APIResponse(responseCode = "404", description = "No such calendar in this workspace")
    public Uni<Response> versions(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            UriInfo asked) {
        int most = Limit.of(limit);
        @Nullable Long before = cursor == null || cursor.isEmpty()
                ? null
                : Cursors.number(Cursors.decode(cursor, 1).getFirst());
        return seeing.versions(callers.current().workspace(), id, before, most + 1)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The calendar")))
                .map(rows -> Page.cut(rows, most, last -> Cursors.encode(String.valueOf(last.version()))))
                .map(page -> Pages.response(page.map(CalendarView::of), asked));
    }

    @GET
    @Path("/preview")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "previewCalendar",
            summary = "See when a calendar is open",
            description = "Every open stretch of the next days as instants, and the holidays of these days.")
    @APIResponse(
            responseCode = "200",
            description = "The open stretches",
            content =
                    @Content(
                            schema = @Schema(implementation = PreviewView.class),
                            examples = @ExampleObject(name = "Christmas", value = CalendarExamples.PREVIEW)))
    @APIResponse(responseCode = "404", description = "No such calendar in this workspace")
    public Uni<PreviewView> preview(
            @PathParam("id") UUID id,
            @Parameter(description = "Now when left out") @QueryParam("from") @Nullable Instant from,
            @Parameter(description = "1 to 366, each of 24 hours; 14 when left out") @QueryParam("days") @Nullable Integer days) {
        int many = days == null ? USUAL_DAYS : days;
        if (many < 1 || many > MOST_DAYS) {
            throw Problems.invalid("days", "must be between 1 and " + MOST_DAYS);
        }
        Instant begin = from == null ? time.instant() : from;
        Instant end = begin.plus(Duration.ofDays(many));
        return asking.preview(callers.current().workspace(), id, begin, end)
                .map(found -> PreviewView.of(found.orElseThrow(() -> Problems.notFound("The calendar")), begin, end));
    }
}
