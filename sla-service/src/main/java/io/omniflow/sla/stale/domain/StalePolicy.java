package io.omniflow.sla.stale.domain;

import java.time.Duration;

/**
 * What a workspace says of tickets that sit in Waiting.
 *
 * @param waitingFor how long before somebody is pinged
 * @param autoClose whether a ticket nobody touched in its grace period is closed
 */
public record StalePolicy(boolean enabled, Duration waitingFor, GracePeriod grace, boolean autoClose) {
    public static final StalePolicy DEFAULT =
            new StalePolicy(true, Duration.ofDays(30), new GracePeriod.WorkingDays(3), false);
}
