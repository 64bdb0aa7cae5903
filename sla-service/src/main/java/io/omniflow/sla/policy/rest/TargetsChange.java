package io.omniflow.sla.policy.rest;

import io.omniflow.kit.http.MergePatch;
import io.omniflow.sla.clock.domain.Priority;
import io.omniflow.sla.clock.domain.Targets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A JSON Merge Patch of the targets, one by one. */
@Schema(name = "ChangePolicyTargets")
record TargetsChange(
        @Schema(implementation = OfPriority.class) MergePatch<OfPriority> urgent,
        @Schema(implementation = OfPriority.class) MergePatch<OfPriority> high,
        @Schema(implementation = OfPriority.class) MergePatch<OfPriority> normal,
        @Schema(implementation = OfPriority.class) MergePatch<OfPriority> low) {
    private static final Targets NONE = new Targets(null, null, null);

    /** The targets of one priority. */
    @Schema(name = "ChangePolicyTargetsOfPriority")
    record OfPriority(
            @Schema(implementation = String.class) MergePatch<Duration> firstResponse,
            @Schema(implementation = String.class) MergePatch<Duration> nextResponse,
            @Schema(implementation = String.class) MergePatch<Duration> resolution) {

        Targets over(Targets before) {
            return new Targets(
                    firstResponse.over(before.firstResponse()),
                    nextResponse.over(before.nextResponse()),
                    resolution.over(before.resolution()));
        }
    }

    Map<Priority, Targets> over(Map<Priority, Targets> before) {
        Map<Priority, Targets> after = new EnumMap<>(Priority.class);
        after.putAll(before);
        for (Priority priority : Priority.values()) {
            switch (of(priority)) {
                case MergePatch.Absent<OfPriority> _ -> {}
                case MergePatch.Cleared<OfPriority> _ -> after.remove(priority);
                case MergePatch.Given<OfPriority>(OfPriority given) ->
                    after.put(priority, given.over(before.getOrDefault(priority, NONE)));
            }
        }
        return after;
    }

    private MergePatch<OfPriority> of(Priority priority) {
        return switch (priority) {
            case URGENT -> urgent;
            case HIGH -> high;
            case NORMAL -> normal;
            case LOW -> low;
        };
    }
}
