package io.omniflow.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Which replica publishes: the one whose open connection holds the advisory lock. The lock goes with the connection, so a
 * leader that dies or loses its database leads no longer. The same connection hears what other replicas have committed.
 */
@ApplicationScoped
class RelayLease {
    static final String WAKE_CHANNEL = "outbox";
    private static final String LOCK = "select pg_try_advisory_lock(hashtext('omniflow.outbox.relay')) as held";

    private final Pool pool;
    private final AtomicReference<@Nullable SqlConnection> held = new AtomicReference<>();

    RelayLease(Pool pool) {
        this.pool = pool;
    }

    boolean isHeld() {
        return held.get() != null;
    }

    /** Tries to become the leader; true when it newly is. {@code woken} runs whenever another replica tells of a commit. */
    Uni<Boolean> acquire(Runnable woken) {
        if (isHeld()) {
            return Uni.createFrom().item(false);
        }
        return pool.getConnection().flatMap(connection -> connection
                .query(LOCK)
                .execute()
                .flatMap(rows -> rows.iterator().next().getBoolean("held")
                        ? lead(connection, woken)
                        : connection.close().replaceWith(false))
                .onFailure()
                .call(connection::close));
    }

    private Uni<Boolean> lead(SqlConnection connection, Runnable woken) {
        var raw = connection.getDelegate();
        raw.closeHandler(closed -> held.compareAndSet(connection, null));
        if (!(raw instanceof PgConnection postgres)) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("Not a PostgreSQL connection: " + raw.getClass()));
        }
        postgres.notificationHandler(notification -> woken.run());
        return connection.query("listen " + WAKE_CHANNEL).execute().map(listening -> {
            held.set(connection);
            return true;
        });
    }

    /** Gives the lead up, at shutdown; the closed connection ends the lock. */
    Uni<Void> release() {
        SqlConnection connection = held.getAndSet(null);
        return connection == null
                ? Uni.createFrom().voidItem()
                : connection
                        .query("select pg_advisory_unlock_all()")
                        .execute()
                        .chain(connection::close)
                        .replaceWithVoid();
    }
}
