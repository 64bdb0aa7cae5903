package io.omniflow.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The SLA of a ticket as lists show it. {@code nextDueAt} is the earliest due time of the running clocks, ceilings among
 * them. {@code nextResponse} is null where no customer has waited for a further answer yet, and in events of before.
 */
public record SlaSummary(
        SlaState state,
        @Nullable Instant nextDueAt,
        @Nullable ClockSummary firstResponse,
        @Nullable ClockSummary resolution,
        @Nullable ClockSummary nextResponse) {

    public SlaSummary(
            SlaState state,
            @Nullable Instant nextDueAt,
            @Nullable ClockSummary firstResponse,
            @Nullable ClockSummary resolution) {
        this(state, nextDueAt, firstResponse, resolution, null);
    }

    /** One clock; {@code dueAt} is null while it does not run. */
    public record ClockSummary(ClockState state, @Nullable Instant dueAt, boolean breached) {}
}
