package io.omniflow.ticket.timeline.kafka;

import io.omniflow.contract.ClockMetric;
import io.omniflow.contract.IntegrationEvent;
import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.TicketStatus;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.kit.outbox.History;
import io.omniflow.ticket.notification.Concern;
import io.omniflow.ticket.notification.Feeds;
import io.omniflow.ticket.notification.domain.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What in received facts concerns whoever is responsible for the ticket. */
final class Concerns {
    /** What was noticed later alerts nobody: it is history by then. */
    private static final Duration TOO_LATE = Duration.ofHours(1);

    private static final String METRIC = "metric";
    private static final String CYCLE = "cycle";
    private static final String BREACHED_AT = "breachedAt";

    private Concerns() {}

    static List<Concern> of(Collection<ReceivedEvent> facts) {
        return facts.stream()
                .filter(fact -> fact.history() == History.LIVE)
                .flatMap(Concerns::of)
                .toList();
    }

    static List<Feeds.Withdrawal> withdrawals(Collection<ReceivedEvent> facts) {
        return facts.stream()
                .<Feeds.Withdrawal>mapMulti((fact, found) -> {
                    if (fact.data() instanceof SlaEvent.ClockBreachWithdrawn e) {
                        found.accept(new Feeds.Withdrawal(
                                fact.workspace(), fact.subject(), breach(name(e.metric()), e.cycle(), e.breachedAt())));
                    }
                    if (fact.data() instanceof SlaEvent.CeilingBreachWithdrawn e) {
                        found.accept(new Feeds.Withdrawal(
                                fact.workspace(), fact.subject(), breach(name(e.status()), e.cycle(), e.breachedAt())));
                    }
                })
                .toList();
    }

    private static Stream<Concern> of(ReceivedEvent fact) {
        return switch (fact.data()) {
            case SlaEvent.ClockWarned e
            when !isTooLate(e.late()) ->
                Stream.of(concern(
                        fact,
                        fact.subject(),
                        Kind.SLA_WARNING,
                        warning(name(e.metric()), e.cycle(), e.percent(), e.dueAt())));
            case SlaEvent.CeilingWarned e
            when !isTooLate(e.late()) ->
                Stream.of(concern(
                        fact,
                        fact.subject(),
                        Kind.SLA_WARNING,
                        warning(name(e.status()), e.cycle(), e.percent(), e.dueAt())));
            case SlaEvent.ClockBreached e
            when !isTooLate(e.late()) ->
                Stream.of(concern(
                        fact, fact.subject(), Kind.SLA_BREACH, breach(name(e.metric()), e.cycle(), e.breachedAt())));
            case SlaEvent.CeilingBreached e
            when !isTooLate(e.late()) ->
                Stream.of(concern(
                        fact, fact.subject(), Kind.SLA_BREACH, breach(name(e.status()), e.cycle(), e.breachedAt())));
            case IntegrationEvent.DeliveryDead e ->
                Stream.of(concern(
                        fact,
                        e.ticketId(),
                        Kind.SYNC_FAILED,
                        Map.of(
                                "deliveryId", e.deliveryId().toString(),
                                "connectionId", e.connectionId().toString(),
                                "operation", e.operation(),
                                "attempts", e.attempts(),
                                "problem", e.problem().detail())));
            default -> Stream.of();
        };
    }

    private static boolean isTooLate(Duration late) {
        return late.compareTo(TOO_LATE) > 0;
    }

    private static Map<String, Object> warning(String metric, int cycle, int percent, @Nullable Instant dueAt) {
        Map<String, Object> data = new TreeMap<>(Map.of(METRIC, metric, CYCLE, cycle, "percent", percent));
        if (dueAt != null) {
            data.put("dueAt", dueAt.toString());
        }
        return data;
    }

    /** By this a withdrawal finds what it withdraws. */
    private static Map<String, Object> breach(String metric, int cycle, Instant breachedAt) {
        return Map.of(METRIC, metric, CYCLE, cycle, BREACHED_AT, breachedAt.toString());
    }

    private static String name(ClockMetric metric) {
        return metric.name().toLowerCase(Locale.ROOT);
    }

    /** As sla-service calls the clock of a stay in that status. */
    private static String name(TicketStatus status) {
        return "status_" + status.name().toLowerCase(Locale.ROOT);
    }

    private static Concern concern(ReceivedEvent fact, UUID ticket, Kind kind, Map<String, Object> data) {
        return new Concern(
                fact.workspace(), kind, ticket, fact.time(), fact.origin().actor(), data, fact.id());
    }
}
