package io.omniflow.ticket.stale.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.stale.StalePolicies;
import io.omniflow.ticket.stale.domain.Lapse;
import io.omniflow.ticket.stale.domain.StalePolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PostgresStalePolicies implements StalePolicies {
    private static final String READ =
            "select enabled, waiting_for, grace, auto_close, version from stale_policy where workspace_id = $1";
    private static final String MAKE =
            "insert into stale_policy (workspace_id, enabled, waiting_for, grace, auto_close,"
                    + " version, changed_at) values ($1, $2, $3, $4, $5, 0, clock_timestamp()) on conflict do nothing";
    private static final String SAVE = "update stale_policy set enabled = $2, waiting_for = $3, grace = $4,"
            + " auto_close = $5, version = $6, changed_at = clock_timestamp() where workspace_id = $1";

    private final Pool pool;

    PostgresStalePolicies(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<StalePolicy> read(WorkspaceId workspace) {
        return run(pool, READ, workspace);
    }

    @Override
    public Uni<StalePolicy> read(SqlConnection transaction, WorkspaceId workspace) {
        return run(transaction, READ, workspace);
    }

    /** There must be a row to lock, or two first changes would pass each other. */
    @Override
    public Uni<StalePolicy> lock(SqlConnection transaction, WorkspaceId workspace) {
        return transaction
                .preparedQuery(MAKE)
                .execute(values(workspace, StalePolicy.DEFAULT))
                .chain(() -> run(transaction, READ + " for update", workspace));
    }

    @Override
    public Uni<Void> save(SqlConnection transaction, WorkspaceId workspace, StalePolicy policy) {
        return transaction
                .preparedQuery(SAVE)
                .execute(values(workspace, policy).addLong(policy.version()))
                .replaceWithVoid();
    }

    private static Tuple values(WorkspaceId workspace, StalePolicy policy) {
        return Tuple.of(
                workspace.value(),
                policy.enabled(),
                policy.waitingFor().text(),
                policy.grace().text(),
                policy.autoClose());
    }

    private static Uni<StalePolicy> run(SqlClient client, String statement, WorkspaceId workspace) {
        return client.preparedQuery(statement)
                .execute(Tuple.of(workspace.value()))
                .map(rows -> {
                    for (Row row : rows) {
                        return new StalePolicy(
                                row.getBoolean("enabled"),
                                lapse(row, "waiting_for"),
                                lapse(row, "grace"),
                                row.getBoolean("auto_close"),
                                row.getLong("version"));
                    }
                    return StalePolicy.DEFAULT;
                });
    }

    private static Lapse lapse(Row row, String column) {
        return Lapse.parse(row.getString(column)).orElseThrow();
    }
}
