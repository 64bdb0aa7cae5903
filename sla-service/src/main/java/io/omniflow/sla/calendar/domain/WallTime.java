package io.omniflow.sla.calendar.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * From the clock on the wall to real time.
 *
 * <p>The rule: a wall time is <em>reached</em> at the first instant at which the clock on the wall shows it or a later one.
 * A wall time that comes twice (clocks go back) is reached the first time; one that never comes (clocks go forward, a day
 * is skipped) is reached when the clock jumps over it. Hours last from the instant their beginning is reached to the instant
 * their end is. So hours that follow each other on the wall follow each other in real time, nothing counts twice, a shift
 * over a night of changing clocks is longer or shorter by the change, and hours that lie in a gap as a whole last no time.
 */
final class WallTime {
    private final ZoneRules rules;

    WallTime(ZoneId zone) {
        this.rules = zone.getRules();
    }

    Instant reached(LocalDateTime wall) {
        List<ZoneOffset> offsets = rules.getValidOffsets(wall);
        return offsets.isEmpty() ? rules.getTransition(wall).getInstant() : wall.toInstant(offsets.getFirst());
    }

    /** The latest the clock on the wall has shown so far: while an hour comes again, the end of its first time. */
    LocalDateTime at(Instant instant) {
        LocalDateTime shown = LocalDateTime.ofInstant(instant, rules.getOffset(instant));
        ZoneOffsetTransition last = rules.previousTransition(instant.plusNanos(1));
        return last != null && last.isOverlap() && shown.isBefore(last.getDateTimeBefore())
                ? last.getDateTimeBefore()
                : shown;
    }

    /** The changes of the clocks after one instant and before another. */
    List<ZoneOffsetTransition> changes(Instant from, Instant until) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(from);
        while (next != null && next.getInstant().isBefore(until)) {
            changes.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        return changes;
    }
}
