package io.omniflow.integration.hook.domain;

import io.omniflow.kit.identity.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of a workspace's own, all but its secrets.
 *
 * @param failingSince when the first attempt began that failed since the last success; null while it works
 * @param shutdown null unless the suite disabled it
 */
public record Endpoint(
        WorkspaceId workspace,
        EndpointId id,
        EndpointTerms terms,
        @Nullable Instant failingSince,
        @Nullable Shutdown shutdown,
        Instant secretChangedAt,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    public static Endpoint create(WorkspaceId workspace, EndpointId id, EndpointTerms terms, Instant now) {
        return new Endpoint(workspace, id, terms, null, null, now, 1, now, now);
    }

    /** The same object when the terms are so already. Enabling, or another address, forgets what went wrong before. */
    public Endpoint changed(EndpointTerms after, Instant now) {
        if (after.equals(terms)) {
            return this;
        }
        boolean afresh = after.activity() == Activity.ENABLED
                && (terms.activity() == Activity.DISABLED || !after.url().equals(terms.url()));
        return new Endpoint(
                workspace,
                id,
                after,
                afresh ? null : failingSince,
                after.activity() == Activity.ENABLED ? null : shutdown,
                secretChangedAt,
                version + 1,
                createdAt,
                now);
    }

    public Endpoint rotated(Instant now) {
        return new Endpoint(workspace, id, terms, failingSince, shutdown, now, version + 1, createdAt, now);
    }

    public Endpoint shut(Shutdown.Reason reason, Instant now) {
        return new Endpoint(
                workspace,
                id,
                terms.disabled(),
                failingSince,
                new Shutdown(now, reason),
                secretChangedAt,
                version + 1,
                createdAt,
                now);
    }

    /** Whether a message that was given up, first attempted then, is reason enough to stop. */
    public boolean failedThroughout(Instant firstAttempt) {
        return terms.activity() == Activity.ENABLED && failingSince != null && !failingSince.isAfter(firstAttempt);
    }
}
