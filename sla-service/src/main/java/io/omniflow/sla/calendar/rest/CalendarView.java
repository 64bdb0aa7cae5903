package io.omniflow.sla.calendar.rest;

import io.omniflow.sla.calendar.KeptCalendar;
import io.omniflow.sla.calendar.domain.Draft;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A calendar, or one version of it. The built-in one has no dates, one that is always open no zone and no week. */
@Schema(name = "Calendar")
record CalendarView(
        UUID id,
        String name,
        boolean alwaysOpen,
        @Nullable String timeZone,
        @Nullable WeeklyBody weekly,
        List<HolidayBody> holidays,
        boolean builtIn,
        long version,
        @Nullable String changedBy,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    static CalendarView of(KeptCalendar calendar) {
        Draft draft = Draft.of(calendar.definition());
        KeptCalendar.@Nullable Trail trail = calendar.trail();
        return new CalendarView(
                calendar.id(),
                draft.name(),
                draft.kind() == Draft.Kind.ALWAYS_OPEN,
                draft.timeZone(),
                draft.kind() == Draft.Kind.ALWAYS_OPEN ? null : WeeklyBody.of(draft),
                draft.holidays().stream().map(HolidayBody::of).toList(),
                calendar.isBuiltIn(),
                calendar.version(),
                trail == null ? null : trail.changedBy(),
                trail == null ? null : trail.createdAt(),
                trail == null ? null : trail.changedAt());
    }

    /** Describes a page of calendars to the readers of the API description. */
    @Schema(name = "CalendarPage")
    record Several(List<CalendarView> items, @Nullable String nextCursor) {}
}
