package io.omniflow.sla.clock.kafka;

import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.SlaSummary;
import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.clock.domain.News;

/** News in the words of the contract, which tells of a ceiling apart from the other clocks. */
final class EventOf {
    private EventOf() {}

    static SlaEvent news(News news) {
        SlaSummary summary = SummaryOf.ticket(news.summary());
        return switch (news) {
            case News.Moved moved ->
                isCeiling(moved.transition().clock().metric())
                        ? CeilingEventOf.moved(moved.transition().clock(), summary)
                        : ClockEventOf.moved(moved.transition(), summary);
            case News.Noticed noticed ->
                isCeiling(noticed.clock().metric())
                        ? CeilingEventOf.noticed(noticed, summary)
                        : ClockEventOf.noticed(noticed, summary);
            case News.Withdrawn withdrawn ->
                isCeiling(withdrawn.metric())
                        ? CeilingEventOf.withdrawn(withdrawn, summary)
                        : ClockEventOf.withdrawn(withdrawn, summary);
            case News.WentStale stale ->
                new SlaEvent.TicketStale(
                        stale.waitingSince(), (int) Math.max(1, stale.allowed().toDays()), summary);
            case News.PingFailed failed ->
                new SlaEvent.StalePingFailed(failed.waitingSince(), failed.reason(), failed.retryAt(), summary);
        };
    }

    private static boolean isCeiling(Metric metric) {
        return switch (metric) {
            case FIRST_RESPONSE, NEXT_RESPONSE, RESOLUTION -> false;
            case STATUS_OPEN, STATUS_IN_PROGRESS, STATUS_WAITING -> true;
        };
    }
}
