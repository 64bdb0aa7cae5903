package io.omniflow.sla.clock.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is to be told about a ticket's clocks, with the summary after it. */
public sealed interface News {
    Summary summary();

    /** A turn moved a clock. {@code cause} is the number of the fact that ended the change; of no fact, 0. */
    record Moved(Transition transition, long cause, Telling telling, Summary summary) implements News {}

    /** A warning or a deadline passed; {@code noticedAt} is when that became certain. */
    record Noticed(Clock clock, Mark mark, Instant noticedAt, Summary summary) implements News {

        /** What the policy that set the target asks for, in its order. */
        public List<EscalationAction> escalations() {
            return clock.offer().policy().asked(clock.metric(), mark.percent());
        }

        /** The deadline, missed or still ahead; empty for a warning of a clock that does not run any more. */
        public Optional<Instant> dueAt() {
            return mark.isBreach() ? Optional.of(mark.at()) : clock.dueAt();
        }
    }

    /** A deadline that was told as missed was not: facts that arrived since show it. */
    record Withdrawn(Metric metric, int cycle, Mark mark, Instant at, Summary summary) implements News {}

    /** The ticket sits in Waiting for longer than {@code allowed}, as of {@code at}. */
    record WentStale(Instant waitingSince, Duration allowed, Instant at, Summary summary) implements News {}

    /** Nobody could be told so; {@code reason} is the type of the problem. */
    record PingFailed(Instant waitingSince, String reason, Instant at, Instant retryAt, Summary summary)
            implements News {}
}
