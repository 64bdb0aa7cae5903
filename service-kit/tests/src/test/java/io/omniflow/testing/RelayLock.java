package io.omniflow.testing;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The advisory lock that tells which replica publishes; no other is held for long in the sample's database. */
final class RelayLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HELD = " from pg_locks where locktype = 'advisory' and granted"
            + " and database = (select oid from pg_database where datname = current_database())";

    private final Connection connection;
    private final Connection rival;

    private RelayLock(Connection connection, Connection rival) {
        this.connection = connection;
        this.rival = rival;
    }

    static RelayLock connect() throws SQLException {
        return new RelayLock(Databases.runtime(), Databases.runtime());
    }

    /** The backend that holds it. */
    int awaitHolder() {
        return await().atMost(PATIENCE)
                .until(() -> number("select pid" + HELD), Optional::isPresent)
                .orElseThrow()
                .intValue();
    }

    void terminate(int backend) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_terminate_backend(?)")) {
            statement.setInt(1, backend);
            statement.execute();
        }
    }

    /** Waits for it as first in the queue, then ends whoever holds it. */
    void takeFrom(int holder) throws SQLException {
        long key =
                number("select (classid::bigint << 32) | objid::bigint" + HELD).orElseThrow();
        CompletableFuture<Void> taken = CompletableFuture.runAsync(() -> lock(key));
        await().atMost(PATIENCE)
                .until(() -> number("select 1 from pg_locks where locktype = 'advisory' and not granted")
                        .isPresent());
        terminate(holder);
        taken.join();
    }

    private void lock(long key) {
        try (PreparedStatement statement = rival.prepareStatement("select pg_advisory_lock(?)")) {
            statement.setLong(1, key);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Long> number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
        }
    }

    @Override
    public void close() throws SQLException {
        rival.close();
        connection.close();
    }
}
