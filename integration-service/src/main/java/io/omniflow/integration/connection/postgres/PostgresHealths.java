package io.omniflow.integration.connection.postgres;

import io.omniflow.integration.connection.Healths;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.Health;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

@ApplicationScoped
class PostgresHealths implements Healths {
    private static final String WORKED = "delete from connection_health where workspace_id = $1 and connection_id = $2"
            + " returning problem, degraded_since";
    private static final String FAILED = """
        insert into connection_health as h (workspace_id, connection_id, failures, problem)
        select workspace_id, id, 1, $3 from connection where workspace_id = $1 and id = $2
        on conflict (workspace_id, connection_id) do update
          set failures = h.failures + 1, problem = excluded.problem,
              degraded_since = case when h.failures + 1 >= $5 then coalesce(h.degraded_since, $4) end
        returning problem, case when failures = $5 then degraded_since end as degraded_since
        """;
    private static final String DEGRADED = """
        select connection_id, problem, degraded_since from connection_health
        where workspace_id = $1 and connection_id = any($2) and degraded_since is not null
        """;

    private final Pool pool;

    PostgresHealths(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Health.Degraded>> worked(
            SqlClient transaction, WorkspaceId workspace, ConnectionId connection) {
        return transaction
                .preparedQuery(WORKED)
                .execute(Tuple.of(workspace.value(), connection.value()))
                .map(PostgresHealths::first);
    }

    @Override
    public Uni<Optional<Health.Degraded>> failed(
            SqlClient transaction, WorkspaceId workspace, ConnectionId connection, Problem problem, Instant now) {
        JsonObject json = new JsonObject()
                .put("type", problem.type())
                .put("status", problem.status())
                .put("detail", problem.detail());
        return transaction
                .preparedQuery(FAILED)
                .execute(Tuple.of(workspace.value(), connection.value(), json, now.atOffset(ZoneOffset.UTC), FAILURES))
                .map(PostgresHealths::first);
    }

    @Override
    public Uni<Map<ConnectionId, Health.Degraded>> degraded(
            WorkspaceId workspace, Collection<ConnectionId> connections) {
        UUID[] ids = connections.stream().map(ConnectionId::value).toArray(UUID[]::new);
        return pool.preparedQuery(DEGRADED)
                .execute(Tuple.of(workspace.value(), ids))
                .map(rows -> {
                    Map<ConnectionId, Health.Degraded> degraded = new HashMap<>();
                    rows.forEach(row -> health(row)
                            .ifPresent(health -> degraded.put(new ConnectionId(row.getUUID("connection_id")), health)));
                    return degraded;
                });
    }

    private static Optional<Health.Degraded> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .flatMap(row -> health(row).stream())
                .findFirst();
    }

    private static Optional<Health.Degraded> health(Row row) {
        JsonObject problem = row.getJsonObject("problem");
        return Optional.ofNullable(row.getOffsetDateTime("degraded_since"))
                .map(since -> new Health.Degraded(
                        new Problem(
                                problem.getString("type"), problem.getInteger("status"), problem.getString("detail")),
                        since.toInstant()));
    }
}
