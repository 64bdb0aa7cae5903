package io.omniflow.integration.delivery.domain;

import java.util.UUID;

/**
 * A delivery that is this worker's until the lease ends. Its count of attempts includes the one that begins.
 *
 * @param earlier whether a call of an earlier attempt may have reached the other system, whatever is known of it
 * @param last whether the result of the attempt before this one is known
 */
public record Claim(Delivery delivery, UUID lease, Earlier earlier, Last last) {
    /** Whether there were earlier attempts, counting those before a retry by hand and those that were killed. */
    public enum Earlier {
        NONE,
        SOME
    }

    /** How the attempt before this one ended, if there was one. */
    public enum Last {
        SETTLED,
        /** Whoever made it was killed, or took longer than the lease. */
        LEFT
    }
}
