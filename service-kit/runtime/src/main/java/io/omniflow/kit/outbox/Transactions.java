package io.omniflow.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** The one way to write: state and events in one transaction, then the relay is woken. */
@ApplicationScoped
public class Transactions {
    private final Pool pool;
    private final Relay relay;

    Transactions(Pool pool, Relay relay) {
        this.pool = pool;
        this.relay = relay;
    }

    /** Commits when {@code work} succeeds and rolls back when it fails; the failure is passed on as it is. */
    public <T> Uni<T> write(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work).invoke(relay::wake);
    }

    /** For work that is one statement and therefore a transaction by itself: one round trip. */
    public <T> Uni<T> writeAtOnce(Function<Pool, Uni<T>> statement) {
        return statement.apply(pool).invoke(relay::wake);
    }
}
