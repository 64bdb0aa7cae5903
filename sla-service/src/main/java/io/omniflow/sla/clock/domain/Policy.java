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
 * One version of a policy.
 *
 * @param ceilings how long a ticket may stay in one status at a time
 * @param warnAtPercent ascending, each below 100
 */
public record Policy(
        PolicyRef ref,
        String name,
        Conditions when,
        CalendarRef calendar,
        Map<Priority, Targets> targets,
        Map<Status, Duration> ceilings,
        List<Integer> warnAtPercent,
        Reopening onReopen,
        List<Escalation> escalations) {
    private static final Map<Priority, Targets> USUAL_TARGETS = Map.of(
            Priority.URGENT, new Targets(Duration.ofMinutes(15), null, Duration.ofHours(4)),
            Priority.HIGH, new Targets(Duration.ofHours(1), null, Duration.ofHours(8)),
            Priority.NORMAL, new Targets(Duration.ofHours(4), null, Duration.ofHours(24)),
            Priority.LOW, new Targets(Duration.ofHours(8), null, Duration.ofHours(72)));
    private static final List<Integer> USUAL_WARNINGS = List.of(75, 90);

    public Policy {
        targets = Map.copyOf(targets);
        ceilings = Map.copyOf(ceilings);
        warnAtPercent = warnAtPercent.stream().sorted().toList();
        escalations = List.copyOf(escalations);
    }

    /** The policy every workspace has from the start: 24×7, version 1. It is the same whoever computes it. */
    public static Policy usual(UUID workspace) {
        return new Policy(
                new PolicyRef(usualId(workspace), 1),
                "Default",
                Conditions.NONE,
                new CalendarRef(alwaysOpenId(workspace), 1),
                USUAL_TARGETS,
                Map.of(),
                USUAL_WARNINGS,
                Reopening.RESUME,
                List.of());
    }

    public static UUID usualId(UUID workspace) {
        return derived("default-policy", workspace);
    }

    /** The 24×7 calendar of a workspace. */
    public static UUID alwaysOpenId(UUID workspace) {
        return derived("always-open-calendar", workspace);
    }

    @Nullable Duration target(Metric metric, Circumstances circumstances) {
        return switch (metric) {
            case FIRST_RESPONSE, NEXT_RESPONSE, RESOLUTION -> {
                Targets chosen = targets.get(circumstances.priority());
                yield chosen == null ? null : chosen.of(metric);
            }
            case STATUS_OPEN -> ceilings.get(Status.OPEN);
            case STATUS_IN_PROGRESS -> ceilings.get(Status.IN_PROGRESS);
            case STATUS_WAITING -> ceilings.get(Status.WAITING);
        };
    }

    /** The shares of a target that are noted when they are reached: the warnings, then the whole. */
    IntStream milestones() {
        return Stream.concat(warnAtPercent.stream(), Stream.of(Mark.BREACH)).mapToInt(Integer::intValue);
    }

    /** What is asked for when a clock of the metric reaches that share of its target: each action once, in the policy's order. */
    List<EscalationAction> asked(Metric metric, int percent) {
        return escalations.stream()
                .filter(escalation -> escalation.isAbout(metric, percent))
                .map(Escalation::action)
                .distinct()
                .toList();
    }

    private static UUID derived(String what, UUID workspace) {
        return UUID.nameUUIDFromBytes((what + ":" + workspace).getBytes(StandardCharsets.UTF_8));
    }
}
