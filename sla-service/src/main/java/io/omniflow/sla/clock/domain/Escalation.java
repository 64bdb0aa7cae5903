package io.omniflow.sla.clock.domain;

import java.util.Set;

/**
 * What a policy asks for when a warning or a deadline passes.
 *
 * @param atPercent one of the policy's warnings, or {@link Mark#BREACH}
 * @param metrics of which clocks; empty for all
 */
public record Escalation(int atPercent, Set<Metric> metrics, EscalationAction action) {
    public Escalation {
        metrics = Set.copyOf(metrics);
    }

    boolean isAbout(Metric metric, int percent) {
        return atPercent == percent && (metrics.isEmpty() || metrics.contains(metric));
    }
}
