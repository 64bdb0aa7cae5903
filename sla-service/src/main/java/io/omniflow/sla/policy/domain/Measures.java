package io.omniflow.sla.policy.domain;

import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.clock.domain.Status;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Metrics by the words of the API; a ceiling is {@code status:waiting}. */
final class Measures {
    private Measures() {}

    static String word(Metric metric) {
        return switch (metric) {
            case FIRST_RESPONSE -> "first_response";
            case NEXT_RESPONSE -> "next_response";
            case RESOLUTION -> "resolution";
            case STATUS_OPEN -> "status:open";
            case STATUS_IN_PROGRESS -> "status:in_progress";
            case STATUS_WAITING -> "status:waiting";
        };
    }

    static Optional<Metric> read(String word) {
        return Arrays.stream(Metric.values())
                .filter(metric -> word(metric).equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(Metric.values()).map(Measures::word).collect(Collectors.joining(", "));
    }

    /** Whether something of that kind can be missed under the policy. */
    static boolean areIn(Draft draft, Metric metric) {
        return switch (metric) {
            case FIRST_RESPONSE, NEXT_RESPONSE, RESOLUTION ->
                draft.targets().values().stream().anyMatch(targets -> targets.of(metric) != null);
            case STATUS_OPEN -> draft.ceilings().containsKey(Status.OPEN);
            case STATUS_IN_PROGRESS -> draft.ceilings().containsKey(Status.IN_PROGRESS);
            case STATUS_WAITING -> draft.ceilings().containsKey(Status.WAITING);
        };
    }
}
