package io.omniflow.sla.calendar.rest;

import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From when, and how much open time. */
@Schema(name = "AskDue")
record DueRequest(
        @Nullable UUID calendarId,
        @Nullable Instant start,
        @Nullable Duration duration) {
    private static final Duration LONGEST = Duration.ofDays(3_660);

    /** All of it is there and within bounds. */
    record Asked(UUID calendar, Instant start, Duration duration) {}

    /** Fails with 422 and a pointer to each part that is missing or out of bounds. */
    Asked asked() {
        List<FieldError> errors = new ArrayList<>();
        if (calendarId == null) {
            errors.add(new FieldError("/calendarId", "is needed"));
        }
        if (start == null) {
            errors.add(new FieldError("/start", "is needed"));
        }
        if (duration == null || duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            errors.add(new FieldError("/duration", "is needed, from PT0S to P3660D"));
        }
        if (calendarId == null || start == null || duration == null || !errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return new Asked(calendarId, start, duration);
    }
}
