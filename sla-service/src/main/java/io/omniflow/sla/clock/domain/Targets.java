package io.omniflow.sla.clock.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long each clock may count. Null means that there is nothing to miss; the two that every ticket has are kept
 * nevertheless.
 */
public record Targets(
        @Nullable Duration firstResponse,
        @Nullable Duration nextResponse,
        @Nullable Duration resolution) {

    public @Nullable Duration of(Metric metric) {
        return switch (metric) {
            case FIRST_RESPONSE -> firstResponse;
            case NEXT_RESPONSE -> nextResponse;
            case RESOLUTION -> resolution;
            case STATUS_OPEN, STATUS_IN_PROGRESS, STATUS_WAITING -> null;
        };
    }
}
