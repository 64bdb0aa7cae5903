package io.omniflow.ticket.stale.rest;

import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.stale.domain.Lapse;
import io.omniflow.ticket.stale.domain.StalePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The whole policy at once. */
@Schema(name = "ReplaceStalePolicy")
record StalePolicyRequest(
        @Nullable Boolean enabled,

        @Nullable @Schema(description = "ISO 8601, days or time, from PT1S to P3650D")
        String waitingFor,

        @Nullable @Schema(description = "ISO 8601, from PT1S to P3650D; whole days are working days of the ticket's calendar")
        String grace,

        @Nullable Boolean autoClose) {
    static final String EXAMPLE =
            "{\"enabled\": true, \"waitingFor\": \"P14D\", \"grace\": \"P2D\", \"autoClose\": true}";

    /** Fails with 422 and a pointer to each part that is missing or no span. */
    static StalePolicy wanted(@Nullable StalePolicyRequest request) {
        if (request == null) {
            throw Problems.malformed("", "A body is needed");
        }
        List<FieldError> errors = new ArrayList<>();
        @Nullable Boolean enabled = needed(request.enabled(), "/enabled", errors);
        @Nullable Boolean autoClose = needed(request.autoClose(), "/autoClose", errors);
        Optional<Lapse> waitingFor = span(request.waitingFor(), "/waitingFor", errors);
        Optional<Lapse> grace = span(request.grace(), "/grace", errors);
        if (enabled == null || autoClose == null || waitingFor.isEmpty() || grace.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return new StalePolicy(enabled, waitingFor.get(), grace.get(), autoClose, 0);
    }

    private static <T> @Nullable T needed(@Nullable T value, String pointer, List<FieldError> errors) {
        if (value == null) {
            errors.add(new FieldError(pointer, "is needed"));
        }
        return value;
    }

    private static Optional<Lapse> span(@Nullable String text, String pointer, List<FieldError> errors) {
        if (needed(text, pointer, errors) == null || text == null) {
            return Optional.empty();
        }
        Optional<Lapse> span = Lapse.parse(text);
        if (span.isEmpty()) {
            errors.add(new FieldError(pointer, "is no ISO 8601 span of days or time from PT1S to P3650D"));
        }
        return span;
    }
}
