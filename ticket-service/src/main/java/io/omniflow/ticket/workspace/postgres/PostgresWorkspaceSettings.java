package io.omniflow.ticket.workspace.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.workspace.WorkspaceSettings;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PostgresWorkspaceSettings implements WorkspaceSettings {
    private static final String READ =
            "select reopen_waiting, reopen_resolved, merge_takes_earlier_start, version from workspace_setting"
                    + " where workspace_id = $1";
    private static final String MAKE = "insert into workspace_setting (workspace_id, reopen_waiting, reopen_resolved,"
            + " version, changed_at) values ($1, $2, $3, 0, clock_timestamp()) on conflict do nothing";
    private static final String SAVE = "update workspace_setting set reopen_waiting = $2, reopen_resolved = $3,"
            + " merge_takes_earlier_start = $4, version = $5, changed_at = clock_timestamp() where workspace_id = $1";

    private final Pool pool;

    PostgresWorkspaceSettings(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Settings> read(WorkspaceId workspace) {
        return run(pool, READ, workspace);
    }

    @Override
    public Uni<Settings> read(SqlConnection transaction, WorkspaceId workspace) {
        return run(transaction, READ, workspace);
    }

    /** There must be a row to lock, or two first changes would pass each other. */
    @Override
    public Uni<Settings> lock(SqlConnection transaction, WorkspaceId workspace) {
        return transaction
                .preparedQuery(MAKE)
                .execute(Tuple.of(
                        workspace.value(), Settings.DEFAULT.reopenWaiting(), Settings.DEFAULT.reopenResolved()))
                .chain(() -> run(transaction, READ + " for update", workspace));
    }

    @Override
    public Uni<Void> save(SqlConnection transaction, WorkspaceId workspace, Settings settings) {
        return transaction
                .preparedQuery(SAVE)
                .execute(Tuple.of(
                        workspace.value(),
                        settings.reopenWaiting(),
                        settings.reopenResolved(),
                        settings.mergeTakesEarlierStart(),
                        settings.version()))
                .replaceWithVoid();
    }

    private static Uni<Settings> run(SqlClient client, String statement, WorkspaceId workspace) {
        return client.preparedQuery(statement)
                .execute(Tuple.of(workspace.value()))
                .map(rows -> {
                    for (Row row : rows) {
                        return new Settings(
                                row.getBoolean("reopen_waiting"),
                                row.getBoolean("reopen_resolved"),
                                row.getBoolean("merge_takes_earlier_start"),
                                row.getLong("version"));
                    }
                    return Settings.DEFAULT;
                });
    }
}
