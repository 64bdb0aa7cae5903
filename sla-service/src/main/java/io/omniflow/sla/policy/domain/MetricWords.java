package io.omniflow.sla.policy.domain;

import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.clock.domain.Status;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Metrics by the words of the API; a ceiling is {@code status_waiting}. */
final class MetricWords {
    private MetricWords() {}

    static String word(Metric metric) {
        return metric.name().toLowerCase(Locale.ROOT);
    }

    static Optional<Metric> read(String word) {
        return Arrays.stream(Metric.values())
                .filter(metric -> word(metric).equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(Metric.values()).map(MetricWords::word).collect(Collectors.joining(", "));
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
