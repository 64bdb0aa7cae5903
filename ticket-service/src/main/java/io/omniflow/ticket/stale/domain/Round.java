package io.omniflow.ticket.stale.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened since a ticket came to Waiting or was last touched by a person, a customer or a vendor.
 *
 * @param graceUntil when the grace of the newest ping in that time ends; null when nobody was pinged
 * @param earlier whether somebody was pinged before that time
 */
public record Round(@Nullable Instant graceUntil, Earlier earlier) {

    public enum Earlier {
        PINGED,
        NEVER
    }

    /**
     * When the grace of a ping that is delivered now ends.
     *
     * @param asked the end that was asked for; the first ping gives the policy's grace at least, one after it half of that
     */
    public Instant graceUntil(StalePolicy policy, Instant now, Instant asked) {
        Duration least = policy.grace().least();
        Instant owed = now.plus(graceUntil == null ? least : least.dividedBy(2));
        return asked.isAfter(owed) ? asked : owed;
    }

    /** Why the ticket may not be closed yet; empty when it may. */
    public Optional<Obstacle> obstacle(StalePolicy policy, Instant now) {
        if (!policy.enabled() || !policy.autoClose()) {
            return Optional.of(Obstacle.NOT_WANTED);
        }
        if (graceUntil == null) {
            return Optional.of(earlier == Earlier.PINGED ? Obstacle.ACTIVITY_SINCE : Obstacle.NOT_PINGED);
        }
        return now.isBefore(graceUntil) ? Optional.of(Obstacle.GRACE_NOT_OVER) : Optional.empty();
    }
}
