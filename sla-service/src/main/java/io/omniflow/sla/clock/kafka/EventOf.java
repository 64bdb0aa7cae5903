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

/** News of a clock in the words of the contract. */
final class EventOf {
    private EventOf() {}

    static SlaEvent news(News news) {
        SlaSummary summary = SummaryOf.ticket(news.summary());
        return switch (news) {
            case News.Moved moved -> moved(moved.transition(), summary);
            case News.Noticed noticed -> noticed(noticed, summary);
            case News.Withdrawn withdrawn -> withdrawn(withdrawn, summary);
            case News.WentStale stale ->
                new SlaEvent.TicketStale(
                        stale.waitingSince(), (int) Math.max(1, stale.allowed().toDays()), summary);
            case News.PingFailed failed ->
                new SlaEvent.StalePingFailed(failed.waitingSince(), failed.reason(), failed.retryAt(), summary);
        };
    }

    private static SlaEvent withdrawn(News.Withdrawn withdrawn, SlaSummary summary) {
        Mark mark = withdrawn.mark();
        return new SlaEvent.ClockBreachWithdrawn(
                metric(withdrawn.metric()),
                withdrawn.cycle(),
                mark.policy().id(),
                mark.policy().version(),
                mark.at(),
                summary);
    }

    private static SlaEvent moved(Transition transition, SlaSummary summary) {
        Clock clock = transition.clock();
        PolicyRef policy = clock.policy();
        @Nullable Instant due = clock.dueAt().orElse(null);
        Duration counted = clock.counted();
        return switch (transition) {
            case Transition.Started _ ->
                new SlaEvent.ClockStarted(
                        metric(clock), clock.cycle(), policy.id(), policy.version(), clock.target(), due, summary);
            case Transition.Paused paused ->
                new SlaEvent.ClockPaused(
                        metric(clock),
                        clock.cycle(),
                        policy.id(),
                        policy.version(),
                        counted,
                        clock.remainingAt(paused.at()).orElse(null),
                        summary);
            case Transition.Resumed _ ->
                new SlaEvent.ClockResumed(
                        metric(clock), clock.cycle(), policy.id(), policy.version(), counted, due, summary);
            case Transition.Retargeted retargeted ->
                new SlaEvent.ClockRetargeted(
                        metric(clock),
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
                        metric(clock),
                        clock.cycle(),
                        policy.id(),
                        policy.version(),
                        clock.target(),
                        clock.counted(),
                        summary)
                : new SlaEvent.ClockStopped(
                        metric(clock),
                        clock.cycle(),
                        policy.id(),
                        policy.version(),
                        clock.target(),
                        clock.counted(),
                        summary);
    }

    private static SlaEvent noticed(News.Noticed noticed, SlaSummary summary) {
        Clock clock = noticed.clock();
        Mark mark = noticed.mark();
        Duration late = Duration.between(mark.at(), noticed.noticedAt());
        return mark.isBreach()
                ? new SlaEvent.ClockBreached(
                        metric(clock),
                        clock.cycle(),
                        clock.policy().id(),
                        mark.policy().version(),
                        mark.target(),
                        mark.at(),
                        noticed.noticedAt(),
                        late,
                        summary)
                : new SlaEvent.ClockWarned(
                        metric(clock),
                        clock.cycle(),
                        clock.policy().id(),
                        mark.policy().version(),
                        mark.percent(),
                        mark.target(),
                        clock.dueAt().orElse(null),
                        late,
                        summary);
    }

    private static ClockMetric metric(Clock clock) {
        return metric(clock.metric());
    }

    private static ClockMetric metric(Metric metric) {
        return switch (metric) {
            case FIRST_RESPONSE -> ClockMetric.FIRST_RESPONSE;
            case NEXT_RESPONSE -> ClockMetric.NEXT_RESPONSE;
            case RESOLUTION -> ClockMetric.RESOLUTION;
            case STATUS_OPEN, STATUS_IN_PROGRESS, STATUS_WAITING ->
                throw new IllegalArgumentException("the contract has no clock of " + metric);
        };
    }
}
