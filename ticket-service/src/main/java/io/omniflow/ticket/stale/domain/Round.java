package io.omniflow.ticket.stale.domain;

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

    /** Why the ticket may not be closed yet; empty when it may. */
    public Optional<Obstacle> obstacle(Instant now) {
        if (graceUntil == null) {
            return Optional.of(earlier == Earlier.PINGED ? Obstacle.ACTIVITY_SINCE : Obstacle.NOT_PINGED);
        }
        return now.isBefore(graceUntil) ? Optional.of(Obstacle.GRACE_NOT_OVER) : Optional.empty();
    }
}
