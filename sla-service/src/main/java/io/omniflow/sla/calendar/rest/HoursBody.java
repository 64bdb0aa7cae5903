package io.omniflow.sla.calendar.rest;

import io.omniflow.sla.calendar.domain.Draft;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Open from one wall time to another; to the next day's where that is not later. */
@Schema(name = "CalendarHours")
record HoursBody(
        @Schema(examples = "09:00") @Nullable String from,
        @Schema(examples = "17:00") @Nullable String to) {
    Draft.HoursDraft draft() {
        return new Draft.HoursDraft(from, to);
    }
}
