package io.omniflow.sla.clock.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to a clock. {@link #clock()} is the clock right after it. */
public sealed interface Transition {
    Clock clock();

    Instant at();

    record Started(Clock clock, Instant at) implements Transition {}

    record Paused(Clock clock, Instant at) implements Transition {}

    record Resumed(Clock clock, Instant at) implements Transition {}

    record Retargeted(Clock clock, Instant at, @Nullable Duration targetBefore) implements Transition {}

    record Ended(Clock clock, Instant at) implements Transition {}

    /** A warning or the target itself was passed; at the mark's own instant. */
    record Passed(Clock clock, Mark mark) implements Transition {
        @Override
        public Instant at() {
            return mark.at();
        }
    }
}
