package io.omniflow.sla.clock.domain;

import java.time.Instant;

/** A stretch of a clock's life in which time counted, or did not, for one reason. */
public record Span(Instant from, Instant to, Reason reason) {

    /** Why; a status unless something stronger holds. */
    public enum Reason {
        OPEN,
        IN_PROGRESS,
        WAITING,
        RESOLVED,
        CLOSED,
        MERGED;

        public boolean counts() {
            return switch (this) {
                case OPEN, IN_PROGRESS -> true;
                case WAITING, RESOLVED, CLOSED, MERGED -> false;
            };
        }

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
}
