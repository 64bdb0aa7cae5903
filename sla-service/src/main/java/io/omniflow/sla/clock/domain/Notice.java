package io.omniflow.sla.clock.domain;

import java.time.Instant;
import java.util.List;

/** A mark that was noticed: kept, so that it is told once whatever happens afterwards. */
public record Notice(Metric metric, int cycle, Mark mark, Instant noticedAt, Voice voice) {

    boolean isOf(Clock clock) {
        return clock.metric() == metric && clock.cycle() == cycle;
    }

    boolean isOf(Clock clock, Mark other) {
        return isOf(clock) && mark.sameAs(other);
    }

    /** Whether the mark still stands in what the facts give now. */
    boolean standsIn(TicketClocks ticket) {
        return ticket.clocks().stream()
                .filter(this::isOf)
                .map(Clock::marks)
                .flatMap(List::stream)
                .anyMatch(mark::sameAs);
    }
}
