package io.omniflow.sla.policy;

import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.sla.policy.domain.Definition;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a policy.
 *
 * @param trail null for the version that was there from the start
 */
public record KeptPolicy(
        UUID id,
        Definition definition,
        int version,
        @Nullable Trail trail) {

    /** @param changedBy the subject of the token this version was made with */
    public record Trail(Instant createdAt, Instant changedAt, String changedBy) {}

    /** The default policy every workspace has, before anybody changed it. */
    public static KeptPolicy usual(UUID workspace) {
        Policy usual = Policy.usual(workspace);
        return new KeptPolicy(
                usual.ref().id(), Definition.of(usual), usual.ref().version(), null);
    }
}
