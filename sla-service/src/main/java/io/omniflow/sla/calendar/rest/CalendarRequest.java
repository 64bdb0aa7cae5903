package io.omniflow.sla.calendar.rest;

import io.omniflow.sla.calendar.domain.Draft;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A name, and either {@code alwaysOpen} or a time zone with hours. */
@Schema(name = "MakeCalendar")
record CalendarRequest(
        @Nullable String name,
        @Nullable Boolean alwaysOpen,
        @Nullable String timeZone,
        @Nullable WeeklyBody weekly,
        @Nullable List<HolidayBody> holidays) {

    /** Whether it breaks a rule is for the draft to say. */
    Draft draft() {
        return new Draft(
                name == null ? "" : name,
                alwaysOpen != null && alwaysOpen ? Draft.Kind.ALWAYS_OPEN : Draft.Kind.BUSINESS_HOURS,
                timeZone,
                weekly == null ? Map.of() : weekly.draft(),
                holidays == null
                        ? List.of()
                        : holidays.stream().map(HolidayBody::draft).toList());
    }
}
