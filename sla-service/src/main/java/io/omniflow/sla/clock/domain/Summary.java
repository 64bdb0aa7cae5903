package io.omniflow.sla.clock.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What lists show of a ticket's clocks, of each its newest cycle. {@code nextDueAt} is the earliest due time of those that
 * run.
 */
public record Summary(Health health, Optional<Instant> nextDueAt, List<Line> lines) {

    /** One clock. */
    public record Line(Metric metric, Progress progress, Optional<Instant> dueAt, Optional<Instant> breachedAt) {}

    public static Summary of(TicketClocks ticket) {
        List<Line> lines = ticket.newest().stream()
                .map(clock -> new Line(clock.metric(), clock.progress(), clock.dueAt(), clock.breachedAt()))
                .toList();
        return new Summary(
                health(ticket),
                lines.stream().map(Line::dueAt).flatMap(Optional::stream).min(Comparator.naturalOrder()),
                lines);
    }

    public Optional<Line> line(Metric metric) {
        return lines.stream().filter(line -> line.metric() == metric).findFirst();
    }

    /**
     * A missed deadline outweighs everything, until the clock that missed it begins anew. Then what runs decides; and of a ticket on which nothing runs, its
     * resolution does: a first response nobody gave does not keep a resolved ticket paused.
     */
    private static Health health(TicketClocks ticket) {
        List<Clock> clocks = ticket.newest();
        if (clocks.stream().anyMatch(clock -> clock.breachedAt().isPresent())) {
            return Health.BREACHED;
        }
        List<Clock> running = clocks.stream()
                .filter(clock -> clock.progress() instanceof Progress.Running)
                .toList();
        if (!running.isEmpty()) {
            return running.stream().anyMatch(clock -> clock.current().findAny().isPresent())
                    ? Health.AT_RISK
                    : Health.OK;
        }
        return ticket.of(Metric.RESOLUTION)
                .map(resolution -> switch (resolution.progress()) {
                    case Progress.Running() -> Health.OK;
                    case Progress.Paused() -> Health.PAUSED;
                    case Progress.Stopped stopped -> stopped.ending() == Ending.MERGED ? Health.NONE : Health.MET;
                })
                .orElse(Health.NONE);
    }
}
