package io.omniflow.sla.clock;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/**
 * Puts tickets under the newest revision of their workspace's policies. What they have counted stays; the time after
 * {@code at} is measured anew. Answers how many tickets were put under another revision.
 */
@ApplicationScoped
public class ReapplyTerms {

    /** Those of the tickets that are known, whatever they are measured by. */
    public Uni<Long> reapply(WorkspaceId workspace, Collection<UUID> tickets, Instant at) {
        return Uni.createFrom().item(0L);
    }

    /** Every ticket that is not resolved and is measured by that policy, in whatever version, or would be from now on. */
    public Uni<Long> reapply(WorkspaceId workspace, UUID policy, Instant at) {
        return Uni.createFrom().item(0L);
    }
}
