package io.omniflow.sla.clock.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a clock's time went, from its start to a given instant. The spans follow each other without a gap and those that
 * count add up to {@code counted}. A first response ends with the answer; a resolution is told on to the end.
 */
public record Explanation(Metric metric, Duration counted, List<Span> spans) {

    public static List<Explanation> of(List<Fact> facts, Terms terms, Instant until) {
        List<TicketClocks.Step> steps = TicketClocks.replay(Change.complete(facts), terms);
        if (steps.isEmpty()) {
            return List.of();
        }
        return steps.getLast().after().clocks().stream()
                .map(clock -> new Explanation(
                        clock.metric(), clock.countedAt(until, terms.calendar()), spans(clock, steps, until)))
                .toList();
    }

    private static List<Span> spans(Clock clock, List<TicketClocks.Step> steps, Instant until) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Circumstances circumstances = steps.get(i).after().circumstances();
            Instant from = steps.get(i).change().at();
            Instant to = i + 1 < steps.size() ? steps.get(i + 1).change().at() : until;
            if (circumstances != null && to.isAfter(from) && !isOver(clock, from)) {
                add(spans, new Span(from, to, Span.Reason.of(circumstances)));
            }
        }
        return List.copyOf(spans);
    }

    private static boolean isOver(Clock clock, Instant at) {
        return clock.progress() instanceof Progress.Stopped stopped
                && stopped.ending() == Ending.ANSWERED
                && !at.isBefore(stopped.at());
    }

    private static void add(List<Span> spans, Span span) {
        if (!spans.isEmpty() && spans.getLast().reason() == span.reason()) {
            spans.set(spans.size() - 1, new Span(spans.getLast().from(), span.to(), span.reason()));
        } else {
            spans.add(span);
        }
    }
}
