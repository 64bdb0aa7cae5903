package io.omniflow.sla.clock.domain;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an earlier start gives a clock. What it was worth when it came is what goes with it, whatever the calendar has become.
 *
 * @param counted the time that counts between that start and the clock's own, by the calendar that held when it came
 */
public record Lead(EarlierStart start, Duration counted) {
    /** Only one holds: the earliest, of equal ones the first that came. */
    static Optional<Lead> holding(List<Lead> leads) {
        return leads.stream().min(Comparator.comparing(lead -> lead.start().at()));
    }

    static Duration counted(List<Lead> leads) {
        return holding(leads).map(Lead::counted).orElse(Duration.ZERO);
    }
}
