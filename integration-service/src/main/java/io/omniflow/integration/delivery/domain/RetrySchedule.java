package io.omniflow.integration.delivery.domain;

import java.time.Duration;
import java.util.Optional;

/**
 * How often and after what pauses an attempt is repeated.
 *
 * @param attempts how many in all, the first included
 * @param first the pause after the first attempt; each next one is twice as long
 * @param longest the longest pause of our own choosing
 * @param longestAsked the longest pause another system may ask for
 */
public record RetrySchedule(int attempts, Duration first, Duration longest, Duration longestAsked) {
    private static final int DOUBLINGS = 30;

    public boolean usedUp(int attempt) {
        return attempt >= attempts;
    }

    /**
     * The pause after an attempt. What the other system asked for is kept at least, and chance is added on top of it so
     * that not all come back at once; without its asking, chance takes up to half of the pause away.
     *
     * @param attempt counted from 1
     * @param chance from 0 up to, not including, 1
     */
    public Duration pause(int attempt, Optional<Duration> asked, double chance) {
        if (asked.isPresent()) {
            Duration least = smaller(asked.get(), longestAsked);
            return least.plus(scaled(first, chance));
        }
        Duration doubled = first.multipliedBy(1L << Math.clamp(attempt - 1L, 0, DOUBLINGS));
        Duration whole = smaller(doubled, longest);
        return whole.minus(scaled(whole, chance / 2));
    }

    private static Duration smaller(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration scaled(Duration duration, double by) {
        return Duration.ofMillis(Math.round(duration.toMillis() * by));
    }
}
