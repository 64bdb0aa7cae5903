package io.omniflow.integration.hook;

import io.omniflow.integration.hook.domain.EndpointId;
import io.omniflow.integration.hook.domain.HookClaim;
import io.omniflow.integration.hook.domain.HookDelivery;
import io.omniflow.integration.hook.domain.HookState;
import io.omniflow.integration.hook.domain.Message;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored messages and deliveries: queue and log in one. */
public interface HookDeliveries {
    /** Stores each message for every enabled endpoint that follows it and was there when it happened: one statement. */
    Uni<Void> fanOut(SqlClient transaction, List<Message> messages, Instant now);

    /**
     * Takes due deliveries of all workspaces under a lease, of each endpoint in turn. Endpoints another replica is taking
     * from are passed over.
     *
     * @param most in all
     * @param mostOfEndpoint under way to one endpoint at a time
     */
    Uni<List<HookClaim>> claim(Instant now, Instant leaseEnd, int most, int mostOfEndpoint);

    /** When the next delivery becomes due after {@code now}; what is due already and waits for its turn does not count. */
    Uni<Optional<Instant>> nextDue(Instant now);

    /**
     * Stores a claimed delivery after its attempt, and whether its endpoint works; false when the lease was lost, and then
     * nothing is stored.
     */
    Uni<Boolean> settle(SqlClient client, HookClaim claim, HookDelivery after);

    Uni<Optional<HookDelivery>> find(WorkspaceId workspace, EndpointId endpoint, UUID message);

    /** Newest first, those before {@code before}. */
    Uni<List<HookDelivery>> list(
            WorkspaceId workspace, EndpointId endpoint, @Nullable HookState state, @Nullable Place before, int limit);

    /** Starts a delivery again that is not being attempted right now; empty when it is, or is not there. */
    Uni<Optional<HookDelivery>> replay(WorkspaceId workspace, EndpointId endpoint, UUID message, Instant now);

    /** Starts again what failed of that made since then, and tells how many. */
    Uni<Integer> replayFailed(WorkspaceId workspace, EndpointId endpoint, Instant since, Instant now);

    /** Removes a portion of what was made before {@code until}, or is left of removed endpoints; tells how many rows. */
    Uni<Integer> sweep(Instant until, int portion);

    /** Where a page of the log ends. */
    record Place(Instant createdAt, UUID message) {}
}
