package io.omniflow.integration.delivery;

import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.Operation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** Does one operation. Attempts may be repeated and may overlap when a lease ends early, so they must be idempotent. */
public interface DeliveryWork {
    Operation operation();

    Uni<Attempted> attempt(Claim claim);

    /** A delivery that was given up is started again by hand. */
    default Uni<Void> retried(SqlClient transaction, Delivery delivery) {
        return Uni.createFrom().voidItem();
    }
}
