package io.omniflow.sla.clock.kafka;

import io.omniflow.contract.ClockMetric;
import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.SlaSummary;
import io.omniflow.sla.clock.domain.Clock;
import io.omniflow.sla.clock.domain.Mark;
import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.clock.domain.News;
import io.omniflow.sla.clock.domain.PolicyRef;
import io.omniflow.sla.clock.domain.Transition;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** News of the clocks for responses and resolutions. */
final class ClockEventOf {
    private ClockEventOf() {}

    static SlaEvent moved(Transition transition, SlaSummary summary) {
        Clock clock = transition.clock();
        PolicyRef policy = clock.policy();
        @Nullable Instant due = clock.dueAt().orElse(null);
        Duration counted = clock.counted();
        return switch (transition) {
            case Transition.Started _ ->
                new SlaEvent.ClockStarted(
                        metric(clock.metric()),
                        clock.cycle(),
                        policy.id(),
                        policy.version(),
                        clock.target(),
                        due,
                        summary);
            case Transition.Paused paused ->
                new SlaEvent.ClockPaused(
                        metric(clock.metric()),
                        clock.cycle(),
                        policy.id(),
                        policy.version(),
                        counted,
                        clock.remainingAt(paused.at()).orElse(null),
                        summary);
            case Transition.Resumed _ ->
                new SlaEvent.ClockResumed(
                        metric(clock.metric()), clock.cycle(), policy.id(), policy.version(), counted, due, summary);
            case Transition.Retargeted retargeted ->
                new SlaEvent.ClockRetargeted(
                        metric(clock.metric()),
                        clock.cycle(),
                        policy.id(),
                        policy.version(),
                        retargeted.targetBefore(),
                        clock.target(),
                        counted,
                        due,
                        summary);
            case Transition.Ended _ -> ended(clock, summary);
            case Transition.Passed _ -> throw new IllegalArgumentException("a passed mark is noticed, not moved");
        };
    }

    private static SlaEvent ended(Clock clock, SlaSummary summary) {
        PolicyRef policy = clock.policy();
        return clock.met()
                ? new SlaEvent.ClockMet(
                        metric(clock.metric()),
                        clock.cycle(),
                        policy.id(),
                        policy.version(),
                        clock.target(),
                        clock.counted(),
                        summary)
                : new SlaEvent.ClockStopped(
                        metric(clock.metric()),
                        clock.cycle(),
                        policy.id(),
                        policy.version(),
                        clock.target(),
                        clock.counted(),
                        summary);
    }

    static SlaEvent noticed(News.Noticed noticed, SlaSummary summary) {
        Clock clock = noticed.clock();
        Mark mark = noticed.mark();
        Duration late = Duration.between(mark.at(), noticed.noticedAt());
        return mark.isBreach()
                ? new SlaEvent.ClockBreached(
                        metric(clock.metric()),
                        clock.cycle(),
                        mark.policy().id(),
                        mark.policy().version(),
                        mark.target(),
                        mark.at(),
                        noticed.noticedAt(),
                        late,
                        EscalationOf.words(noticed),
                        summary)
                : new SlaEvent.ClockWarned(
                        metric(clock.metric()),
                        clock.cycle(),
                        mark.policy().id(),
                        mark.policy().version(),
                        mark.percent(),
                        mark.target(),
                        clock.dueAt().orElse(null),
                        late,
                        EscalationOf.words(noticed),
                        summary);
    }

    static SlaEvent withdrawn(News.Withdrawn withdrawn, SlaSummary summary) {
        Mark mark = withdrawn.mark();
        return new SlaEvent.ClockBreachWithdrawn(
                metric(withdrawn.metric()),
                withdrawn.cycle(),
                mark.policy().id(),
                mark.policy().version(),
                mark.at(),
                summary);
    }

    private static ClockMetric metric(Metric metric) {
        return switch (metric) {
            case FIRST_RESPONSE -> ClockMetric.FIRST_RESPONSE;
            case NEXT_RESPONSE -> ClockMetric.NEXT_RESPONSE;
            case RESOLUTION -> ClockMetric.RESOLUTION;
            case STATUS_OPEN, STATUS_IN_PROGRESS, STATUS_WAITING ->
                throw new IllegalArgumentException("a ceiling is told apart: " + metric);
        };
    }
}
