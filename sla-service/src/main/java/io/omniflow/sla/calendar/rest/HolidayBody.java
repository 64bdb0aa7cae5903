package io.omniflow.sla.calendar.rest;

import io.omniflow.sla.calendar.domain.Draft;
import io.omniflow.sla.calendar.domain.Holiday;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A day off; a part of one with {@code from} or {@code to}, wall times of which 24:00 is the day's end. */
@Schema(name = "CalendarHoliday")
record HolidayBody(
        @Nullable LocalDate date,
        @Nullable String name,
        @Nullable String from,
        @Nullable String to) {
    Draft.HolidayDraft draft() {
        return new Draft.HolidayDraft(date, name, from, to);
    }

    static HolidayBody of(Holiday holiday) {
        return of(Draft.HolidayDraft.of(holiday));
    }

    static HolidayBody of(Draft.HolidayDraft holiday) {
        return new HolidayBody(holiday.date(), holiday.name(), holiday.from(), holiday.to());
    }
}
