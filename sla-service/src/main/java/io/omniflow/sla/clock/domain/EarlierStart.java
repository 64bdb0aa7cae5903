package io.omniflow.sla.clock.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A merged ticket that was opened earlier and lets the clocks of its destination count from then, as long as the merge holds.
 *
 * @param origin the merged ticket
 * @param at its opening
 */
public record EarlierStart(UUID merge, UUID origin, Instant at) {
    boolean isOf(UUID otherMerge, UUID otherOrigin) {
        return merge.equals(otherMerge) && origin.equals(otherOrigin);
    }
}
