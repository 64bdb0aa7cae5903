package io.omniflow.integration.delivery.domain;

import java.util.UUID;

/**
 * A delivery that is this worker's until the lease ends. Its count of attempts includes the one that begins.
 *
 * @param earlier whether a call of an earlier attempt may have reached the other system, whatever is known of it
 */
public record Claim(Delivery delivery, UUID lease, Earlier earlier) {
    /** Whether there were earlier attempts, counting those before a retry by hand and those that were killed. */
    public enum Earlier {
        NONE,
        SOME
    }
}
