package io.omniflow.sla.clock.domain;

import java.time.Instant;

/**
 * A stretch of a clock's life in which time counted, or did not, for one reason.
 *
 * @param policy by which it was measured
 * @param calendar of that policy
 */
public record Span(Instant from, Instant to, Reason reason, Counting counting, PolicyRef policy, CalendarRef calendar) {

    public boolean counts() {
        return counting == Counting.COUNTED;
    }

    /** Whether the time counted. */
    public enum Counting {
        COUNTED,
        NOT_COUNTED
    }

    /** Why; a status unless something stronger holds. */
    public enum Reason {
        OPEN,
        IN_PROGRESS,
        WAITING,
        RESOLVED,
        CLOSED,
        MERGED,
        OUTSIDE_HOURS,
        HOLIDAY,
        /** A merged ticket was open already, this one not yet. */
        EARLIER_START;

        static Reason of(Circumstances circumstances) {
            if (circumstances.merging() == Merging.MERGED) {
                return MERGED;
            }
            return switch (circumstances.status()) {
                case OPEN -> OPEN;
                case IN_PROGRESS -> IN_PROGRESS;
                case WAITING -> WAITING;
                case RESOLVED -> RESOLVED;
                case CLOSED -> CLOSED;
            };
        }
    }

    /** Whether one goes on where the other ends, and nothing but that tells them apart. */
    boolean goesOnIn(Span next) {
        return reason == next.reason
                && counting == next.counting
                && policy.equals(next.policy)
                && calendar.equals(next.calendar);
    }
}
