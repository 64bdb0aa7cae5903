package io.omniflow.sla.calendar.rest;

import io.omniflow.sla.calendar.AskCalendars;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is open from one instant to another, and the holidays of these days. */
@Schema(name = "CalendarPreview")
record PreviewView(
        UUID calendarId,
        long calendarVersion,
        Instant from,
        Instant to,
        List<Stretch> open,
        List<HolidayBody> holidays) {

    /** Open without a gap. */
    @Schema(name = "OpenInterval")
    record Stretch(Instant from, Instant to) {}

    static PreviewView of(AskCalendars.Preview preview, Instant from, Instant to) {
        return new PreviewView(
                preview.calendar().id(),
                preview.calendar().version(),
                from,
                to,
                preview.open().stream()
                        .map(open -> new Stretch(open.from(), open.to()))
                        .toList(),
                preview.holidays().stream().map(HolidayBody::of).toList());
    }
}
