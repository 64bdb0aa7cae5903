package io.omniflow.integration.sync.postgres;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.sync.Mappings;
import io.omniflow.integration.sync.domain.StoredMapping;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.StreamSupport;

@ApplicationScoped
class PostgresMappings implements Mappings {
    private static final String ONE =
            "select mapping, version from status_mapping where workspace_id = $1 and connection_id = $2";
    private static final String SAVE = """
            insert into status_mapping (workspace_id, connection_id, mapping, version, updated_at)
            values ($1, $2, $3, $4, $5)
            on conflict (workspace_id, connection_id) do update
              set mapping = excluded.mapping, version = excluded.version, updated_at = excluded.updated_at
            """;

    private final Pool pool;

    PostgresMappings(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<StoredMapping> of(WorkspaceId workspace, ConnectionId connection) {
        return read(pool, workspace, connection);
    }

    @Override
    public Uni<StoredMapping> of(SqlClient transaction, WorkspaceId workspace, ConnectionId connection) {
        return read(transaction, workspace, connection);
    }

    private static Uni<StoredMapping> read(SqlClient client, WorkspaceId workspace, ConnectionId connection) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(workspace.value(), connection.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(MappingRows::mapping)
                        .findFirst()
                        .orElse(StoredMapping.DEFAULT));
    }

    @Override
    public Uni<Void> save(
            SqlClient transaction, WorkspaceId workspace, ConnectionId connection, StoredMapping mapping, Instant now) {
        return transaction
                .preparedQuery(SAVE)
                .execute(Tuple.of(
                        workspace.value(),
                        connection.value(),
                        MappingRows.json(mapping.mapping()),
                        mapping.version(),
                        now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
