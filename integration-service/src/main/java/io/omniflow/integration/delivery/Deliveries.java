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
    /** Adds a held delivery; one that was given up for the same subject and operation is held again in its place. */
    Uni<Void> hold(SqlClient transaction, Delivery delivery);

    /** Makes a subject's held deliveries ready. */
    Uni<Void> release(SqlClient transaction, WorkspaceId workspace, UUID subject, Instant now);

    /** Drops a subject's held deliveries. */
    Uni<Void> drop(SqlClient transaction, WorkspaceId workspace, UUID subject);

    /** Removes a subject's deliveries and tells how many are left because they are being attempted right now. */
    Uni<Integer> cancel(SqlClient transaction, WorkspaceId workspace, UUID subject, Instant now);

    /** Takes due deliveries of all workspaces under a lease. Rows another replica holds are passed over. */
    Uni<List<Claim>> claim(Instant now, Instant leaseEnd, int most);

    /** When the next delivery is due; empty when none is ready. */
    Uni<Optional<Instant>> nextDue();

    /** Stores a claimed delivery after its attempt; false when the lease was lost, and then nothing is stored. */
    Uni<Boolean> settle(SqlClient transaction, Claim claim, Delivery after);

    /** Stores a restart; false when somebody else was first. */
    Uni<Boolean> restart(SqlClient transaction, Delivery before, Delivery after);

    Uni<Optional<Delivery>> find(WorkspaceId workspace, DeliveryId id);

    /** Newest first, those before {@code before}. */
    Uni<List<Delivery>> list(
            WorkspaceId workspace, @Nullable DeliveryState state, @Nullable DeliveryId before, int limit);
}
