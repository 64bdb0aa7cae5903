package io.omniflow.sla.calendar.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.http.IdempotentCalls;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.calendar.KeepCalendars;
import io.omniflow.sla.calendar.KeptCalendar;
import io.omniflow.sla.calendar.SeeCalendars;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Calendars: make, read, change, remove. */
@Path("/api/v1/sla/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars", description = "When time counts")
public class CalendarResource {
    private final Callers callers;
    private final Correlations correlations;
    private final IdempotentCalls idempotentCalls;
    private final KeepCalendars keeping;
    private final SeeCalendars seeing;

    CalendarResource(
            Callers callers,
            Correlations correlations,
            IdempotentCalls idempotentCalls,
            KeepCalendars keeping,
            SeeCalendars seeing) {
        this.callers = callers;
        this.correlations = correlations;
        this.idempotentCalls = idempotentCalls;
        this.keeping = keeping;
        this.seeing = seeing;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "makeCalendar",
            summary = "Make a calendar",
            description = "Weekly hours in a time zone, which may cross midnight, less the holidays; or"
                    + " {\"alwaysOpen\": true}. Times are those of the clock on the wall: when clocks change, a shift"
                    + " gets longer or shorter.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CalendarRequest.class),
                            examples = @ExampleObject(name = "an office", value = CalendarExamples.MAKE)))
    @APIResponse(
            responseCode = "201",
            description = "The calendar, version 1",
            content =
                    @Content(
                            schema = @Schema(implementation = CalendarView.class),
                            examples = @ExampleObject(name = "an office", value = CalendarExamples.CALENDAR)))
    public Uni<Response> make(
            CalendarRequest request, @HeaderParam("Idempotency-Key") @Nullable String key, UriInfo asked) {
        Caller caller = callers.current();
        return idempotentCalls.once(caller, key, "calendars.make", request, transaction -> keeping.make(
                        transaction, caller, request.draft(), correlations.originOf(caller))
                .map(made -> Response.created(asked.getAbsolutePathBuilder()
                                .path(made.id().toString())
                                .build())
                        .header(HttpHeaders.ETAG, ETags.of(made.version()))
                        .entity(CalendarView.of(made))
                        .build()));
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listCalendars",
            summary = "List calendars",
            description = "First the 24×7 calendar that every workspace has, then the others, oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = CalendarView.Several.class),
                            examples = @ExampleObject(name = "one", value = CalendarExamples.PAGE)))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            UriInfo asked) {
        int most = Limit.of(limit);
        @Nullable UUID after = cursor == null || cursor.isEmpty()
                ? null
                : Cursors.uuid(Cursors.decode(cursor, 1).getFirst());
        return seeing.list(callers.current().workspace(), after, most + 1)
                .map(rows ->
                        Page.cut(rows, most, last -> Cursors.encode(last.id().toString())))
                .map(page -> Pages.response(page.map(CalendarView::of), asked));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "readCalendar", summary = "Read a calendar", description = "As it is now.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content =
                    @Content(
                            schema = @Schema(implementation = CalendarView.class),
                            examples = @ExampleObject(name = "an office", value = CalendarExamples.CALENDAR)))
    @APIResponse(responseCode = "404", description = "No such calendar in this workspace")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return seeing.find(callers.current().workspace(), id)
                .map(found -> answer(found.orElseThrow(() -> Problems.notFound("The calendar"))));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "changeCalendar",
            summary = "Change a calendar",
            description =
                    "A JSON Merge Patch that makes a new version: days are patched one by one, holidays replaced as a"
                            + " whole. Clocks keep the version they began under.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CalendarChangeRequest.class),
                            examples = @ExampleObject(name = "Tuesdays too", value = CalendarExamples.CHANGE)))
    @APIResponse(
            responseCode = "200",
            description = "The calendar after the change",
            content =
                    @Content(
                            schema = @Schema(implementation = CalendarView.class),
                            examples = @ExampleObject(name = "an office", value = CalendarExamples.CALENDAR)))
    @APIResponse(responseCode = "409", description = "It is the built-in one, or a policy's targets could not come due")
    public Uni<Response> change(
            @PathParam("id") UUID id,
            CalendarChangeRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        return keeping.change(caller, id, ETags.ifMatch(ifMatch), request::over, correlations.originOf(caller))
                .map(CalendarResource::answer);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "removeCalendar",
            summary = "Remove a calendar",
            description = "Its versions are kept for the clocks that began under them.")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "409", description = "A policy goes by it, or it is the built-in one")
    public Uni<Response> remove(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        return keeping.remove(caller, id, ETags.ifMatch(ifMatch), correlations.originOf(caller))
                .map(_ -> Response.noContent().build());
    }

    static Response answer(KeptCalendar calendar) {
        return Response.ok(CalendarView.of(calendar))
                .header(HttpHeaders.ETAG, ETags.of(calendar.version()))
                .build();
    }
}
