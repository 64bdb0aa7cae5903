package io.omniflow.integration.hook.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The pauses between attempts; after the last of them comes the last attempt.
 *
 * @param longestAsked the longest pause a receiver may ask for
 */
public record RetryPlan(List<Duration> pauses, Duration longestAsked) {
    private static final double JITTER = 0.1;

    public RetryPlan {
        pauses = List.copyOf(pauses);
    }

    public boolean usedUp(int attempts) {
        return attempts > pauses.size();
    }

    /**
     * The pause after an attempt: the planned one or what the receiver asked for, whichever is longer, and up to a tenth
     * more, so that not all come back at once.
     *
     * @param attempt counted from 1, not used up
     * @param chance from 0 up to, not including, 1
     */
    public Duration pause(int attempt, Optional<Duration> asked, double chance) {
        Duration planned = pauses.get(attempt - 1);
        Duration wanted = asked.map(pause -> smaller(pause, longestAsked)).orElse(Duration.ZERO);
        Duration whole = planned.compareTo(wanted) >= 0 ? planned : wanted;
        return whole.plusMillis(Math.round(whole.toMillis() * JITTER * chance));
    }

    private static Duration smaller(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
