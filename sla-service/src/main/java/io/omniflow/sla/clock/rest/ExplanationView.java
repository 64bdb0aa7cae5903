package io.omniflow.sla.clock.rest;

import io.omniflow.sla.clock.domain.Explanation;
import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.clock.domain.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Every stretch of every clock. Those that count add up to {@code counted}. */
public record ExplanationView(UUID ticketId, List<ClockExplanationView> clocks) {

    /** One clock. */
    public record ClockExplanationView(Metric metric, int cycle, Duration counted, List<IntervalView> intervals) {}

    /** One stretch, and by what it was measured. */
    public record IntervalView(
            Instant from,
            Instant to,
            boolean counts,
            Span.Reason reason,
            UUID policyId,
            int policyVersion,
            UUID calendarId,
            int calendarVersion) {}

    static ExplanationView of(UUID ticket, List<Explanation> explanations) {
        return new ExplanationView(
                ticket, explanations.stream().map(ExplanationView::clock).toList());
    }

    private static ClockExplanationView clock(Explanation explanation) {
        return new ClockExplanationView(
                explanation.metric(),
                explanation.cycle(),
                explanation.counted(),
                explanation.spans().stream()
                        .map(span -> new IntervalView(
                                span.from(),
                                span.to(),
                                span.counts(),
                                span.reason(),
                                span.policy().id(),
                                span.policy().version(),
                                span.calendar().id(),
                                span.calendar().version()))
                        .toList());
    }
}
