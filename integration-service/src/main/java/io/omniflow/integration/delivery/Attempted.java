package io.omniflow.integration.delivery;

import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.Outcome;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** An attempt's outcome and what it means to whoever asked for the delivery. */
public record Attempted(Outcome outcome, Effect effect) {

    /** Stores the meaning, in the transaction that settles the delivery. */
    @FunctionalInterface
    public interface Effect {
        Uni<Void> apply(SqlClient transaction, Delivery settled);
    }
}
