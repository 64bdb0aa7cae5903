package io.omniflow.sla.clock.kafka;

import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.SlaSummary;
import io.omniflow.contract.TicketStatus;
import io.omniflow.sla.clock.domain.Clock;
import io.omniflow.sla.clock.domain.Mark;
import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.clock.domain.News;
import java.time.Duration;

/** News of the time spent in one status. */
final class CeilingEventOf {
    private CeilingEventOf() {}

    static SlaEvent moved(Clock clock, SlaSummary summary) {
        return new SlaEvent.CeilingMoved(
                status(clock.metric()),
                clock.cycle(),
                clock.policy().id(),
                clock.policy().version(),
                SummaryOf.state(clock.progress()),
                clock.target(),
                clock.counted(),
                clock.dueAt().orElse(null),
                summary);
    }

    static SlaEvent noticed(News.Noticed noticed, SlaSummary summary) {
        Clock clock = noticed.clock();
        Mark mark = noticed.mark();
        Duration late = Duration.between(mark.at(), noticed.noticedAt());
        return mark.isBreach()
                ? new SlaEvent.CeilingBreached(
                        status(clock.metric()),
                        clock.cycle(),
                        mark.policy().id(),
                        mark.policy().version(),
                        mark.target(),
                        mark.at(),
                        noticed.noticedAt(),
                        late,
                        EscalationOf.words(noticed),
                        summary)
                : new SlaEvent.CeilingWarned(
                        status(clock.metric()),
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
        return new SlaEvent.CeilingBreachWithdrawn(
                status(withdrawn.metric()),
                withdrawn.cycle(),
                mark.policy().id(),
                mark.policy().version(),
                mark.at(),
                summary);
    }

    private static TicketStatus status(Metric metric) {
        return switch (metric) {
            case STATUS_OPEN -> TicketStatus.OPEN;
            case STATUS_IN_PROGRESS -> TicketStatus.IN_PROGRESS;
            case STATUS_WAITING -> TicketStatus.WAITING;
            case FIRST_RESPONSE, NEXT_RESPONSE, RESOLUTION ->
                throw new IllegalArgumentException(metric + " is not about one status");
        };
    }
}
