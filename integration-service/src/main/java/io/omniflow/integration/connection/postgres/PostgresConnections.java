package io.omniflow.integration.connection.postgres;

import io.omniflow.integration.connection.Connections;
import io.omniflow.integration.connection.SealedConnection;
import io.omniflow.integration.connection.Sealing;
import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresConnections implements Connections {
    private static final String INSERT = """
        insert into connection (workspace_id, id, system, name, base_url, settings, sync, secret_names, secrets,
          secrets_changed_at, version, created_at, updated_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """;
    private static final String UPDATE = """
        update connection set system = $3, name = $4, base_url = $5, settings = $6, sync = $7, secret_names = $8,
          secrets = $9, secrets_changed_at = $10, version = $11, created_at = $12, updated_at = $13
        where workspace_id = $1 and id = $2
        """;
    private static final String SHOWN = "select workspace_id, id, system, name, base_url, settings, sync, secret_names,"
            + " secrets_changed_at, version, created_at, updated_at from connection";
    private static final String ONE = " where workspace_id = $1 and id = $2";
    private static final String FIRST =
            SHOWN + " where workspace_id = $1 and system = $2 order by id limit 1 for key share";
    private static final String WITH_SECRETS = "select * from connection" + ONE;
    /** Whose it is is what is asked; the index on the id alone is there for this. */
    private static final String OF_ANY_WORKSPACE = "select * from connection where id = $1";

    private static final String LIST =
            SHOWN + " where workspace_id = $1 and ($2::uuid is null or id > $2) order by id limit $3";

    private final Pool pool;
    private final Sealing sealing;

    PostgresConnections(Pool pool, Sealing sealing) {
        this.pool = pool;
        this.sealing = sealing;
    }

    @Override
    public Uni<Void> add(SqlClient transaction, OpenConnection connection) {
        return transaction.preparedQuery(INSERT).execute(columns(connection)).replaceWithVoid();
    }

    @Override
    public Uni<Void> save(SqlClient transaction, OpenConnection connection) {
        return transaction.preparedQuery(UPDATE).execute(columns(connection)).replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(SqlClient transaction, WorkspaceId workspace, ConnectionId id) {
        return transaction
                .preparedQuery("delete from connection" + ONE)
                .execute(key(workspace, id))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<OpenConnection>> openForChange(SqlClient transaction, WorkspaceId workspace, ConnectionId id) {
        return transaction
                .preparedQuery(WITH_SECRETS + " for update")
                .execute(key(workspace, id))
                .map(rows -> first(rows).map(this::opened));
    }

    @Override
    public Uni<Optional<Connection>> hold(SqlClient transaction, WorkspaceId workspace, ConnectionId id) {
        return transaction
                .preparedQuery(SHOWN + ONE + " for key share")
                .execute(key(workspace, id))
                .map(rows -> first(rows).map(ConnectionRows::connection));
    }

    @Override
    public Uni<Optional<Connection>> holdFirst(SqlClient transaction, WorkspaceId workspace, ExternalSystem system) {
        return transaction
                .preparedQuery(FIRST)
                .execute(Tuple.of(workspace.value(), system.text()))
                .map(rows -> first(rows).map(ConnectionRows::connection));
    }

    @Override
    public Uni<Optional<OpenConnection>> open(WorkspaceId workspace, ConnectionId id) {
        return open(pool, workspace, id);
    }

    @Override
    public Uni<Optional<OpenConnection>> open(SqlClient transaction, WorkspaceId workspace, ConnectionId id) {
        return transaction
                .preparedQuery(WITH_SECRETS)
                .execute(key(workspace, id))
                .map(rows -> first(rows).map(this::opened));
    }

    @Override
    public Uni<Optional<SealedConnection>> sealed(ConnectionId id) {
        return pool.preparedQuery(OF_ANY_WORKSPACE)
                .execute(Tuple.of(id.value()))
                .map(rows -> first(rows).map(row -> new SealedRow(ConnectionRows.connection(row), row)));
    }

    @Override
    public Uni<Optional<Connection>> find(WorkspaceId workspace, ConnectionId id) {
        return pool.preparedQuery(SHOWN + ONE).execute(key(workspace, id)).map(rows -> first(rows)
                .map(ConnectionRows::connection));
    }

    @Override
    public Uni<List<Connection>> list(WorkspaceId workspace, @Nullable ConnectionId after, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(workspace.value(), after == null ? null : after.value(), limit))
                .map(rows -> {
                    List<Connection> found = new ArrayList<>();
                    rows.forEach(row -> found.add(ConnectionRows.connection(row)));
                    return found;
                });
    }

    private OpenConnection opened(Row row) {
        Connection connection = ConnectionRows.connection(row);
        byte[] sealed = row.getBuffer("secrets").getBytes();
        return new OpenConnection(connection, sealing.unseal(connection.workspace(), connection.id(), sealed));
    }

    /** A row as it was read; its secrets are opened when they are needed. */
    private final class SealedRow implements SealedConnection {
        private final Connection connection;
        private final Row row;

        private SealedRow(Connection connection, Row row) {
            this.connection = connection;
            this.row = row;
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public OpenConnection open() {
            return opened(row);
        }
    }

    private Tuple columns(OpenConnection open) {
        Connection connection = open.connection();
        byte[] sealed = sealing.seal(connection.workspace(), connection.id(), open.secrets());
        return key(connection.workspace(), connection.id())
                .addString(connection.terms().system().text())
                .addString(connection.terms().name())
                .addValue(
                        connection.terms().baseUrl() == null
                                ? null
                                : connection.terms().baseUrl().toString())
                .addJsonObject(new JsonObject(new HashMap<>(connection.terms().settings())))
                .addString(connection.terms().sync().text())
                .addArrayOfString(connection.secretNames().toArray(String[]::new))
                .addBuffer(Buffer.buffer(sealed))
                .addOffsetDateTime(connection.secretsChangedAt().atOffset(ZoneOffset.UTC))
                .addLong(connection.version())
                .addOffsetDateTime(connection.createdAt().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(connection.updatedAt().atOffset(ZoneOffset.UTC));
    }

    private static Tuple key(WorkspaceId workspace, ConnectionId id) {
        return Tuple.of(workspace.value(), id.value());
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }
}
