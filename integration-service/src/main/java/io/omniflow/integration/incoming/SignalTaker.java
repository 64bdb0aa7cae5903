package io.omniflow.integration.incoming;

import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.incoming.domain.Signal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** A feature that something follows for from a signal. */
public interface SignalTaker {
    /**
     * Stores what follows, in the transaction that marks the webhook as worked off; signals that are others' are passed over.
     * Called again after a crash before the commit.
     */
    Uni<Void> take(SqlClient transaction, Connection connection, Signal signal);
}
