package io.omniflow.sla.clock.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long each clock may count. Null means the clock is kept but has nothing to miss. */
public record Targets(
        @Nullable Duration firstResponse, @Nullable Duration resolution) {

    public @Nullable Duration of(Metric metric) {
        return switch (metric) {
            case FIRST_RESPONSE -> firstResponse;
            case RESOLUTION -> resolution;
        };
    }
}
