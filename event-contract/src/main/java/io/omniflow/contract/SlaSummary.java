package io.omniflow.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The SLA of a ticket as lists show it. {@code nextDueAt} is the earliest due time of the running clocks. */
public record SlaSummary(
        SlaState state,
        @Nullable Instant nextDueAt,
        @Nullable ClockSummary firstResponse,
        @Nullable ClockSummary resolution) {

    /** One clock; {@code dueAt} is null while it does not run. */
    public record ClockSummary(ClockState state, @Nullable Instant dueAt, boolean breached) {}
}
