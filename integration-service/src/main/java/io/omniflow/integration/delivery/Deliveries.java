package io.omniflow.integration.delivery;

import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.DeliveryId;
import io.omniflow.integration.delivery.domain.DeliveryState;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored queue. */
public interface Deliveries {
    /**
     * Adds one that is ready, behind whatever its subject has. Of an operation a subject has done once only, the first stays
     * and nothing is added. Wake {@link DeliverySignal} after the commit.
     */
    Uni<Void> add(SqlClient transaction, Delivery delivery);

    /**
     * Adds one that is ready, unless its subject has one of the same operation that nobody has begun: that one will see what
     * is stored now. Until the transaction ends nobody begins it.
     */
    Uni<Void> addUnlessWaiting(SqlClient transaction, Delivery delivery);

    /** Adds a held delivery; one that was given up for the same subject and operation is held again in its place. */
    Uni<Void> hold(SqlClient transaction, Delivery delivery);

    /** Makes a subject's held deliveries ready. */
    Uni<Void> release(SqlClient transaction, WorkspaceId workspace, UUID subject, Instant now);

    /** Drops a subject's held deliveries. */
    Uni<Void> drop(SqlClient transaction, WorkspaceId workspace, UUID subject);

    /** Removes a subject's deliveries and tells how many are left because they are being attempted right now. */
    Uni<Integer> cancel(SqlClient transaction, WorkspaceId workspace, UUID subject, Instant now);

    /**
     * Takes due deliveries of all workspaces under a lease, of each subject only the oldest and only while no other is being
     * attempted. Rows another replica holds are passed over.
     */
    Uni<List<Claim>> claim(Instant now, Instant leaseEnd, int most);

    /** When the next delivery is due whose turn it is; empty when there is none. */
    Uni<Optional<Instant>> nextDue(Instant now);

    /**
     * Stores a claimed delivery after its attempt; false when the lease was lost, and then nothing is stored. What waits
     * behind one that goes on later is due no earlier; of what is routine only the dead are kept.
     */
    Uni<Boolean> settle(SqlClient transaction, Claim claim, Delivery after);

    /** Stores a restart; false when somebody else was first. */
    Uni<Boolean> restart(SqlClient transaction, Delivery before, Delivery after);

    Uni<Optional<Delivery>> find(WorkspaceId workspace, DeliveryId id);

    /** Newest first, those before {@code before}. */
    Uni<List<Delivery>> list(
            WorkspaceId workspace, @Nullable DeliveryState state, @Nullable DeliveryId before, int limit);
}
