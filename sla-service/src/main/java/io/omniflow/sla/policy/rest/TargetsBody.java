package io.omniflow.sla.policy.rest;

import io.omniflow.sla.clock.domain.Priority;
import io.omniflow.sla.clock.domain.Targets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Targets by priority; tickets of a priority that is left out have nothing to miss. */
@Schema(name = "PolicyTargets")
record TargetsBody(
        @Nullable OfPriority urgent,
        @Nullable OfPriority high,
        @Nullable OfPriority normal,
        @Nullable OfPriority low) {

    /** How much open time each clock may count. */
    @Schema(name = "PolicyTargetsOfPriority")
    record OfPriority(
            @Schema(examples = "PT15M") @Nullable Duration firstResponse,
            @Nullable Duration nextResponse,
            @Schema(examples = "PT4H") @Nullable Duration resolution) {

        Targets targets() {
            return new Targets(firstResponse, nextResponse, resolution);
        }
    }

    Map<Priority, Targets> draft() {
        Map<Priority, Targets> targets = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            @Nullable OfPriority given = of(priority);
            if (given != null) {
                targets.put(priority, given.targets());
            }
        }
        return targets;
    }

    static TargetsBody of(Map<Priority, Targets> targets) {
        return new TargetsBody(
                shown(targets.get(Priority.URGENT)),
                shown(targets.get(Priority.HIGH)),
                shown(targets.get(Priority.NORMAL)),
                shown(targets.get(Priority.LOW)));
    }

    private @Nullable OfPriority of(Priority priority) {
        return switch (priority) {
            case URGENT -> urgent;
            case HIGH -> high;
            case NORMAL -> normal;
            case LOW -> low;
        };
    }

    private static @Nullable OfPriority shown(@Nullable Targets targets) {
        return targets == null
                ? null
                : new OfPriority(targets.firstResponse(), targets.nextResponse(), targets.resolution());
    }
}
