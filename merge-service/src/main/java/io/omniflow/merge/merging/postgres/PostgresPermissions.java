package io.omniflow.merge.merging.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.merging.LeastRole;
import io.omniflow.merge.merging.MergePermissions;
import io.omniflow.merge.merging.Permissions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PostgresPermissions implements Permissions {
    private static final String READ =
            "select merge_role, undo_role, version from merge_permissions where workspace_id = $1";
    private static final String MAKE =
            "insert into merge_permissions (workspace_id, merge_role, undo_role, version, changed_at)"
                    + " values ($1, $2, $3, $4, clock_timestamp()) on conflict do nothing";
    private static final String SAVE = "update merge_permissions set merge_role = $2, undo_role = $3, version = $4,"
            + " changed_at = clock_timestamp() where workspace_id = $1";

    private final Pool pool;

    PostgresPermissions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<MergePermissions> read(WorkspaceId workspace) {
        return run(pool, READ, workspace);
    }

    @Override
    public Uni<MergePermissions> read(SqlConnection transaction, WorkspaceId workspace) {
        return run(transaction, READ, workspace);
    }

    /** There must be a row to lock, or two first changes would pass each other. */
    @Override
    public Uni<MergePermissions> lock(SqlConnection transaction, WorkspaceId workspace) {
        return transaction
                .preparedQuery(MAKE)
                .execute(values(workspace, MergePermissions.DEFAULT))
                .chain(() -> run(transaction, READ + " for update", workspace));
    }

    @Override
    public Uni<Void> save(SqlConnection transaction, WorkspaceId workspace, MergePermissions permissions) {
        return transaction
                .preparedQuery(SAVE)
                .execute(values(workspace, permissions))
                .replaceWithVoid();
    }

    private static Tuple values(WorkspaceId workspace, MergePermissions permissions) {
        return Tuple.of(
                workspace.value(),
                permissions.merge().name(),
                permissions.undo().name(),
                permissions.version());
    }

    private static Uni<MergePermissions> run(SqlClient client, String statement, WorkspaceId workspace) {
        return client.preparedQuery(statement)
                .execute(Tuple.of(workspace.value()))
                .map(rows -> {
                    for (Row row : rows) {
                        return new MergePermissions(
                                LeastRole.valueOf(row.getString("merge_role")),
                                LeastRole.valueOf(row.getString("undo_role")),
                                row.getLong("version"));
                    }
                    return MergePermissions.DEFAULT;
                });
    }
}
