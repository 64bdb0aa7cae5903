package io.omniflow.integration.hook.postgres;

import io.omniflow.integration.hook.Endpoints;
import io.omniflow.integration.hook.OpenEndpoint;
import io.omniflow.integration.hook.domain.Endpoint;
import io.omniflow.integration.hook.domain.EndpointId;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresEndpoints implements Endpoints {
    private static final String INSERT = """
            insert into hook_endpoint (workspace_id, id, url, description, event_types, enabled, failing_since, shut_at,
              shut_reason, secret_changed_at, version, updated_at, secrets, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $12)
            """;
    private static final String SET = """
            update hook_endpoint set url = $3, description = $4, event_types = $5, enabled = $6, failing_since = $7,
              shut_at = $8, shut_reason = $9, secret_changed_at = $10, version = $11, updated_at = $12""";
    private static final String ONE = " where workspace_id = $1 and id = $2";
    private static final String UPDATE = SET + ONE;
    private static final String UPDATE_WITH_SECRETS = SET + ", secrets = $13" + ONE;
    private static final String REMOVE = """
            with gone as (delete from hook_endpoint where workspace_id = $1 and id = $2 returning workspace_id, id)
            insert into hook_leftover (workspace_id, endpoint_id) select workspace_id, id from gone
            """;
    private static final String FIND = "select * from hook_endpoint" + ONE;
    private static final String LIST = "select * from hook_endpoint"
            + " where workspace_id = $1 and ($2::uuid is null or id > $2) order by id limit $3";

    private final Pool pool;
    private final SealedSecrets sealed;

    PostgresEndpoints(Pool pool, SealedSecrets sealed) {
        this.pool = pool;
        this.sealed = sealed;
    }

    @Override
    public Uni<Void> add(SqlClient transaction, OpenEndpoint endpoint) {
        return transaction.preparedQuery(INSERT).execute(withSecrets(endpoint)).replaceWithVoid();
    }

    @Override
    public Uni<Void> save(SqlClient transaction, Endpoint endpoint) {
        return transaction
                .preparedQuery(UPDATE)
                .execute(EndpointRows.columns(endpoint))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> saveWithSecrets(SqlClient transaction, OpenEndpoint endpoint) {
        return transaction
                .preparedQuery(UPDATE_WITH_SECRETS)
                .execute(withSecrets(endpoint))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(SqlClient transaction, WorkspaceId workspace, EndpointId id) {
        return transaction.preparedQuery(REMOVE).execute(key(workspace, id)).replaceWithVoid();
    }

    @Override
    public Uni<Optional<OpenEndpoint>> openForChange(SqlClient transaction, WorkspaceId workspace, EndpointId id) {
        return transaction
                .preparedQuery(FIND + " for update")
                .execute(key(workspace, id))
                .map(rows -> first(rows).map(this::opened));
    }

    @Override
    public Uni<Optional<OpenEndpoint>> open(WorkspaceId workspace, EndpointId id) {
        return pool.preparedQuery(FIND).execute(key(workspace, id)).map(rows -> first(rows)
                .map(this::opened));
    }

    @Override
    public Uni<Optional<Endpoint>> find(WorkspaceId workspace, EndpointId id) {
        return pool.preparedQuery(FIND).execute(key(workspace, id)).map(rows -> first(rows)
                .map(EndpointRows::endpoint));
    }

    @Override
    public Uni<List<Endpoint>> list(WorkspaceId workspace, @Nullable EndpointId after, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(workspace.value(), after == null ? null : after.value(), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .<Endpoint>map(EndpointRows::endpoint)
                        .toList());
    }

    private OpenEndpoint opened(Row row) {
        Endpoint endpoint = EndpointRows.endpoint(row);
        byte[] secrets = row.getBuffer("secrets").getBytes();
        return new OpenEndpoint(endpoint, sealed.open(endpoint.workspace(), endpoint.id(), secrets));
    }

    private Tuple withSecrets(OpenEndpoint open) {
        Endpoint endpoint = open.endpoint();
        byte[] secrets = sealed.seal(endpoint.workspace(), endpoint.id(), open.secrets());
        return EndpointRows.columns(endpoint).addBuffer(Buffer.buffer(secrets));
    }

    private static Tuple key(WorkspaceId workspace, EndpointId id) {
        return Tuple.of(workspace.value(), id.value());
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }
}
