package io.omniflow.merge.retention;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The setting of each workspace. */
@ApplicationScoped
public class Retentions {
    private static final String READ = "select keep_days, version from audit_retention where workspace_id = $1";
    private static final String MAKE =
            "insert into audit_retention (workspace_id, keep_days, version) values ($1, null, 0) on conflict do nothing";
    private static final String SAVE =
            "update audit_retention set keep_days = $2, version = $3 where workspace_id = $1";

    private final Pool pool;

    Retentions(Pool pool) {
        this.pool = pool;
    }

    public Uni<Retention> of(WorkspaceId workspace) {
        return pool.preparedQuery(READ).execute(Tuple.of(workspace.value())).map(Retentions::one);
    }

    Uni<Retention> lock(SqlConnection transaction, WorkspaceId workspace) {
        Tuple of = Tuple.of(workspace.value());
        return transaction
                .preparedQuery(MAKE)
                .execute(of)
                .chain(() -> transaction.preparedQuery(READ + " for update").execute(of))
                .map(Retentions::one);
    }

    Uni<Void> save(SqlConnection transaction, WorkspaceId workspace, Retention after) {
        return transaction
                .preparedQuery(SAVE)
                .execute(Tuple.of(workspace.value(), after.keepDays(), after.version()))
                .replaceWithVoid();
    }

    /** Workspaces that do not keep their log for ever, or have archives that an erasure may reach. */
    public Uni<List<WorkspaceId>> limited() {
        return pool.query("select workspace_id from audit_retention where keep_days is not null"
                        + " union select workspace_id from audit_archive")
                .execute()
                .map(rows -> {
                    List<WorkspaceId> workspaces = new ArrayList<>();
                    rows.forEach(row -> workspaces.add(new WorkspaceId(row.getUUID("workspace_id"))));
                    return workspaces;
                });
    }

    private static Retention one(RowSet<Row> rows) {
        return rows.size() == 0
                ? Retention.FOR_EVER
                : new Retention(
                        rows.iterator().next().getInteger("keep_days"),
                        rows.iterator().next().getLong("version"));
    }
}
