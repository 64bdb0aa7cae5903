package io.omniflow.sla.clock.domain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of a policy: targets by priority, and at how much of the target to warn.
 *
 * @param warnAtPercent ascending, each below 100
 */
public record Policy(PolicyRef ref, UUID calendarId, Map<Priority, Targets> targets, List<Integer> warnAtPercent) {
    private static final Map<Priority, Targets> USUAL_TARGETS = Map.of(
            Priority.URGENT, new Targets(Duration.ofMinutes(15), Duration.ofHours(4)),
            Priority.HIGH, new Targets(Duration.ofHours(1), Duration.ofHours(8)),
            Priority.NORMAL, new Targets(Duration.ofHours(4), Duration.ofHours(24)),
            Priority.LOW, new Targets(Duration.ofHours(8), Duration.ofHours(72)));
    private static final List<Integer> USUAL_WARNINGS = List.of(75, 90);

    public Policy {
        targets = Map.copyOf(targets);
        warnAtPercent = List.copyOf(warnAtPercent);
    }

    /** The policy every workspace has from the start: 24×7, version 1. It is the same whoever computes it. */
    public static Policy usual(UUID workspace) {
        return new Policy(new PolicyRef(usualId(workspace), 1), alwaysOpenId(workspace), USUAL_TARGETS, USUAL_WARNINGS);
    }

    public static UUID usualId(UUID workspace) {
        return derived("default-policy", workspace);
    }

    /** The 24×7 calendar of a workspace. */
    public static UUID alwaysOpenId(UUID workspace) {
        return derived("always-open-calendar", workspace);
    }

    @Nullable Duration target(Metric metric, Circumstances circumstances) {
        Targets chosen = targets.get(circumstances.priority());
        return chosen == null ? null : chosen.of(metric);
    }

    /** The shares of a target that are noted when they are reached: the warnings, then the whole. */
    IntStream milestones() {
        return Stream.concat(warnAtPercent.stream(), Stream.of(Mark.BREACH)).mapToInt(Integer::intValue);
    }

    private static UUID derived(String what, UUID workspace) {
        return UUID.nameUUIDFromBytes((what + ":" + workspace).getBytes(StandardCharsets.UTF_8));
    }
}
