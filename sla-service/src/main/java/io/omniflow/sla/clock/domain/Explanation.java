package io.omniflow.sla.clock.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a clock's time went, from its start to a given instant. The spans follow each other without a gap and those that
 * count add up to {@code counted}. A resolution is told on after its end, for it may go on; all others end with it.
 */
public record Explanation(Metric metric, int cycle, Duration counted, List<Span> spans) {

    public static List<Explanation> of(List<Fact> facts, Measures measures, Instant until) {
        List<TicketClocks.Step> steps = TicketClocks.replay(Change.complete(facts), measures);
        if (steps.isEmpty()) {
            return List.of();
        }
        List<Clock> clocks = steps.getLast().after().clocks();
        return clocks.stream()
                .map(clock -> new Explanation(
                        clock.metric(),
                        clock.cycle(),
                        clock.countedAt(until),
                        spans(clock, earlier(until, end(clock, clocks)), steps)))
                .toList();
    }

    private static List<Span> spans(Clock clock, Instant end, List<TicketClocks.Step> steps) {
        List<Span> spans = new ArrayList<>();
        lead(clock, steps).forEach(span -> add(spans, span));
        for (int i = 0; i < steps.size(); i++) {
            Instant from = steps.get(i).turn().at();
            Instant to =
                    i + 1 < steps.size() ? earlier(end, steps.get(i + 1).turn().at()) : end;
            TicketClocks now = steps.get(i).after();
            Circumstances circumstances = now.circumstances();
            Optional<Clock> then = now.clocks().stream().filter(clock::isSameAs).findFirst();
            if (circumstances != null && then.isPresent() && to.isAfter(from)) {
                spans(then.get(), Span.Reason.of(circumstances), from, to).forEach(span -> add(spans, span));
            }
        }
        return List.copyOf(spans);
    }

    /** The time before the ticket's own opening, as it was counted when the earlier start came. */
    private static List<Span> lead(Clock clock, List<TicketClocks.Step> steps) {
        return Lead.holding(clock.leads())
                .flatMap(lead -> steps.stream()
                        .flatMap(step -> step.after().clocks().stream())
                        .filter(then -> clock.isSameAs(then) && then.leads().contains(lead))
                        .findFirst())
                .map(then -> spans(then.offer(), Span.Reason.EARLIER_START, clock.since(), clock.startedAt()))
                .orElse(List.of());
    }

    /** Of some time in which nothing happened. */
    private static List<Span> spans(Clock clock, Span.Reason reason, Instant from, Instant to) {
        PolicyRef policy = clock.policy();
        CalendarRef calendar = clock.calendar();
        if (!(clock.progress() instanceof Progress.Running)) {
            return List.of(new Span(from, to, reason, Span.Counting.NOT_COUNTED, policy, calendar));
        }
        return spans(clock.offer(), reason, from, to);
    }

    /** Of some time that counts where the calendar is open. */
    private static List<Span> spans(Offer offer, Span.Reason reason, Instant from, Instant to) {
        PolicyRef policy = offer.policy().ref();
        CalendarRef calendar = offer.policy().calendar();
        return offer.calendar().stretches(from, to).stream()
                .map(stretch -> switch (stretch.openness()) {
                    case OPEN ->
                        new Span(stretch.from(), stretch.to(), reason, Span.Counting.COUNTED, policy, calendar);
                    case OUTSIDE_HOURS ->
                        new Span(
                                stretch.from(),
                                stretch.to(),
                                Span.Reason.OUTSIDE_HOURS,
                                Span.Counting.NOT_COUNTED,
                                policy,
                                calendar);
                    case HOLIDAY ->
                        new Span(
                                stretch.from(),
                                stretch.to(),
                                Span.Reason.HOLIDAY,
                                Span.Counting.NOT_COUNTED,
                                policy,
                                calendar);
                })
                .toList();
    }

    /** A restarted resolution ends where the next cycle begins. */
    private static Instant end(Clock clock, List<Clock> clocks) {
        if (clock.metric() != Metric.RESOLUTION && clock.isOver()) {
            return clock.stoppedAt().orElse(Instant.MAX);
        }
        return clocks.stream()
                .filter(other -> other.metric() == clock.metric() && other.cycle() == clock.cycle() + 1)
                .map(Clock::startedAt)
                .findFirst()
                .orElse(Instant.MAX);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static void add(List<Span> spans, Span span) {
        if (!spans.isEmpty() && spans.getLast().goesOnIn(span)) {
            Span last = spans.removeLast();
            spans.add(new Span(last.from(), span.to(), last.reason(), last.counting(), last.policy(), last.calendar()));
        } else {
            spans.add(span);
        }
    }
}
