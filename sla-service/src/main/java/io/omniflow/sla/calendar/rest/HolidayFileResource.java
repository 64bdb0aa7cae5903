package io.omniflow.sla.calendar.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.sla.calendar.TakeHolidays;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Holidays out of iCalendar files. */
@Path("/api/v1/sla/calendars/{id}/holidays")
@Consumes(HolidayFileResource.ICALENDAR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars")
public class HolidayFileResource {
    static final String ICALENDAR = "text/calendar";

    private final Callers callers;
    private final Correlations correlations;
    private final TakeHolidays taking;

    HolidayFileResource(Callers callers, Correlations correlations, TakeHolidays taking) {
        this.callers = callers;
        this.correlations = correlations;
        this.taking = taking;
    }

    @PUT
    @Blocking
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "replaceHolidays",
            summary = "Replace the holidays by those of a file",
            description =
                    "An iCalendar file of at most 1 MB and 5,000 events; whole days and parts of days. What comes back"
                            + " every year is taken for ten years from this one on; what comes back more often is refused.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = ICALENDAR,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "Christmas", value = CalendarExamples.FILE)))
    @APIResponse(
            responseCode = "200",
            description = "The calendar after the change",
            content =
                    @Content(
                            schema = @Schema(implementation = CalendarView.class),
                            examples = @ExampleObject(name = "an office", value = CalendarExamples.CALENDAR)))
    @APIResponse(responseCode = "422", description = "The file holds too much, or what cannot be taken")
    public Uni<Response> replace(
            @PathParam("id") UUID id, String file, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return take(file, TakeHolidays.Former.DROPPED, id, ifMatch);
    }

    @POST
    @Blocking
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "addHolidays",
            summary = "Add the holidays of a file",
            description =
                    "As replacing them, but holidays that are there stay, and only what they do not cover is added: the"
                            + " same file again changes nothing.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = ICALENDAR,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "Christmas", value = CalendarExamples.FILE)))
    @APIResponse(
            responseCode = "200",
            description = "The calendar after the change",
            content =
                    @Content(
                            schema = @Schema(implementation = CalendarView.class),
                            examples = @ExampleObject(name = "an office", value = CalendarExamples.CALENDAR)))
    @APIResponse(responseCode = "422", description = "The file holds too much, or what cannot be taken")
    public Uni<Response> add(
            @PathParam("id") UUID id, String file, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return take(file, TakeHolidays.Former.KEPT, id, ifMatch);
    }

    private Uni<Response> take(String file, TakeHolidays.Former former, UUID id, @Nullable String ifMatch) {
        Caller caller = callers.current();
        return taking.from(file, former, caller, id, ETags.ifMatch(ifMatch), correlations.originOf(caller))
                .map(CalendarResource::answer);
    }
}
