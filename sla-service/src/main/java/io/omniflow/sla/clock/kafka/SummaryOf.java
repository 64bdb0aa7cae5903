package io.omniflow.sla.clock.kafka;

import io.omniflow.contract.ClockState;
import io.omniflow.contract.SlaState;
import io.omniflow.contract.SlaSummary;
import io.omniflow.sla.clock.domain.Health;
import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.clock.domain.Progress;
import io.omniflow.sla.clock.domain.Summary;
import org.jspecify.annotations.Nullable;

/** The summary every SLA fact carries. */
final class SummaryOf {
    private SummaryOf() {}

    static SlaSummary ticket(Summary summary) {
        return new SlaSummary(
                state(summary.health()),
                summary.nextDueAt().orElse(null),
                line(summary, Metric.FIRST_RESPONSE),
                line(summary, Metric.RESOLUTION),
                line(summary, Metric.NEXT_RESPONSE));
    }

    private static SlaSummary.@Nullable ClockSummary line(Summary summary, Metric metric) {
        return summary.line(metric)
                .map(line -> new SlaSummary.ClockSummary(
                        state(line.progress()),
                        line.dueAt().orElse(null),
                        line.breachedAt().isPresent()))
                .orElse(null);
    }

    static ClockState state(Progress progress) {
        return switch (progress) {
            case Progress.Running _ -> ClockState.RUNNING;
            case Progress.Paused _ -> ClockState.PAUSED;
            case Progress.Stopped _ -> ClockState.STOPPED;
        };
    }

    private static SlaState state(Health health) {
        return switch (health) {
            case NONE -> SlaState.NONE;
            case OK -> SlaState.OK;
            case AT_RISK -> SlaState.AT_RISK;
            case BREACHED -> SlaState.BREACHED;
            case PAUSED -> SlaState.PAUSED;
            case MET -> SlaState.MET;
        };
    }
}
