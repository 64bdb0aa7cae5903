package io.omniflow.integration.thread.kafka;

import io.omniflow.contract.ClockMetric;
import io.omniflow.contract.IntegrationEvent;
import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketStatus;
import io.omniflow.integration.thread.domain.News;
import io.omniflow.integration.thread.domain.News.Weight;
import io.omniflow.integration.thread.domain.Words;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.kit.outbox.History;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of the suite's facts is told in threads. An import tells nothing: its facts are long past. */
final class NewsOf {
    private static final String ESCALATION = "notify_slack";

    private NewsOf() {}

    static Optional<News> of(ReceivedEvent event) {
        if (event.history() == History.BACKFILL) {
            return Optional.empty();
        }
        return switch (event.data()) {
            case TicketEvent fact -> ofTicket(event, fact);
            case SlaEvent fact -> ofClock(event, fact);
            case IntegrationEvent.LinkCreated(var _, var _, var _, var _, String key, String url, var _) ->
                news(event, Words.linked(key, url), Weight.ESCALATES);
            default -> Optional.empty();
        };
    }

    private static Optional<News> ofTicket(ReceivedEvent event, TicketEvent fact) {
        return switch (fact) {
            case TicketEvent.StatusChanged(TicketStatus before, TicketStatus after, var _) ->
                news(event, Words.status(TicketAnswers.progress(before), TicketAnswers.progress(after)));
            case TicketEvent.Assigned(var before, var after, var _) -> news(event, Words.assigned(before, after));
            case TicketEvent.StalePinged(var _, var graceUntil, var _) ->
                news(event, Words.stale(graceUntil), Weight.ESCALATES);
            case TicketEvent.Merged _ -> news(event, Words.merged());
            case TicketEvent.Absorbed _ -> news(event, Words.absorbed());
            case TicketEvent.MergeUndone _ -> news(event, Words.mergeUndone());
            default -> Optional.empty();
        };
    }

    private static Optional<News> ofClock(ReceivedEvent event, SlaEvent fact) {
        return switch (fact) {
            case SlaEvent.ClockWarned warned ->
                news(
                        event,
                        Words.warned(name(warned.metric()), warned.percent(), warned.dueAt()),
                        weight(warned.escalations()));
            case SlaEvent.ClockBreached breached ->
                news(
                        event,
                        Words.breached(name(breached.metric()), breached.target(), breached.breachedAt()),
                        weight(breached.escalations()));
            case SlaEvent.ClockBreachWithdrawn withdrawn ->
                news(event, Words.withdrawn(name(withdrawn.metric()), withdrawn.breachedAt()));
            case SlaEvent.ClockMet met -> news(event, Words.met(name(met.metric()), met.counted()));
            case SlaEvent.CeilingWarned warned ->
                news(
                        event,
                        Words.warned(name(warned.status()), warned.percent(), warned.dueAt()),
                        weight(warned.escalations()));
            case SlaEvent.CeilingBreached breached ->
                news(
                        event,
                        Words.breached(name(breached.status()), breached.target(), breached.breachedAt()),
                        weight(breached.escalations()));
            case SlaEvent.CeilingBreachWithdrawn withdrawn ->
                news(event, Words.withdrawn(name(withdrawn.status()), withdrawn.breachedAt()));
            default -> Optional.empty();
        };
    }

    private static Weight weight(@Nullable List<String> escalations) {
        return escalations != null && escalations.contains(ESCALATION) ? Weight.ESCALATES : Weight.ORDINARY;
    }

    private static Optional<News> news(ReceivedEvent event, String text) {
        return news(event, text, Weight.ORDINARY);
    }

    private static Optional<News> news(ReceivedEvent event, String text, Weight weight) {
        return Optional.of(new News(
                event.workspace(), event.subject(), text, weight, event.origin().actor()));
    }

    private static String name(ClockMetric metric) {
        return switch (metric) {
            case FIRST_RESPONSE -> "First response";
            case NEXT_RESPONSE -> "Next response";
            case RESOLUTION -> "Resolution";
        };
    }

    private static String name(TicketStatus ceiling) {
        return "Time in " + TicketAnswers.progress(ceiling).words();
    }
}
