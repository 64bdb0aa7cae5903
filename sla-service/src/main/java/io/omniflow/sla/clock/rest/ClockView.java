package io.omniflow.sla.clock.rest;

import io.omniflow.sla.clock.domain.Clock;
import io.omniflow.sla.clock.domain.Mark;
import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.clock.domain.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One clock as it stands when asked. {@code remaining} is zero once the target has passed, null without a target. */
public record ClockView(
        Metric metric,
        int cycle,
        State state,
        UUID policyId,
        int policyVersion,
        UUID calendarId,
        int calendarVersion,
        @Nullable Duration target,
        Duration counted,
        @Nullable Duration remaining,
        @Nullable Instant dueAt,
        Instant startedAt,
        @Nullable Instant stoppedAt,
        @Nullable Instant breachedAt,
        List<WarningView> warnings) {

    /** What the clock is doing. */
    public enum State {
        RUNNING,
        PAUSED,
        STOPPED
    }

    /** {@code at} is null until that much of the target in force has passed. */
    public record WarningView(int percent, @Nullable Instant at) {}

    static ClockView of(Clock clock, Instant now) {
        return new ClockView(
                clock.metric(),
                clock.cycle(),
                switch (clock.progress()) {
                    case Progress.Running _ -> State.RUNNING;
                    case Progress.Paused _ -> State.PAUSED;
                    case Progress.Stopped _ -> State.STOPPED;
                },
                clock.policy().id(),
                clock.policy().version(),
                clock.calendar().id(),
                clock.calendar().version(),
                clock.target(),
                clock.countedAt(now),
                clock.remainingAt(now).orElse(null),
                clock.dueAt().orElse(null),
                clock.since(),
                clock.stoppedAt().orElse(null),
                clock.breachedAt().orElse(null),
                clock.offer().policy().warnAtPercent().stream()
                        .map(percent -> new WarningView(percent, at(clock, percent)))
                        .toList());
    }

    private static @Nullable Instant at(Clock clock, int percent) {
        return clock.current()
                .filter(mark -> mark.percent() == percent)
                .map(Mark::at)
                .findFirst()
                .orElse(null);
    }
}
