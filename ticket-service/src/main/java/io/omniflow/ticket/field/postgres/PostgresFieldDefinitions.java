package io.omniflow.ticket.field.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.field.FieldDefinitions;
import io.omniflow.ticket.field.domain.FieldDefinition;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresFieldDefinitions implements FieldDefinitions {
    static final String SELECT = "select " + FieldRows.COLUMNS + " from custom_field where workspace_id = $1";
    private static final String FIND = SELECT + " and key = $2";
    private static final String LOCK = FIND + " for update";
    private static final String ALL = SELECT + " and key > $2 order by key limit $3";

    /** In the order of the keys, so that two who define the same fields take turns. */
    private static final String ADD = "insert into custom_field (workspace_id, " + FieldRows.COLUMNS
            + ") select workspace_id, " + FieldRows.COLUMNS + " from jsonb_to_recordset($1::jsonb) as r("
            + FieldRows.TYPES + ") order by workspace_id, key on conflict do nothing returning " + FieldRows.COLUMNS;

    private static final String SAVE = "update custom_field f set label = r.label, required = r.required,"
            + " options = r.options, regex = r.regex, default_value = r.default_value, archived = r.archived,"
            + " version = r.version from jsonb_to_recordset($1::jsonb) as r(" + FieldRows.TYPES
            + ") where f.workspace_id = r.workspace_id and f.key = r.key";

    private final Pool pool;

    PostgresFieldDefinitions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<FieldDefinition>> find(WorkspaceId workspace, String key) {
        return one(pool, FIND, workspace, key);
    }

    @Override
    public Uni<List<FieldDefinition>> all(WorkspaceId workspace, @Nullable String behind, int limit) {
        return pool.preparedQuery(ALL)
                .execute(Tuple.of(workspace.value(), behind == null ? "" : behind, limit))
                .map(FieldRows::definitions);
    }

    @Override
    public Uni<Optional<FieldDefinition>> lock(SqlConnection transaction, WorkspaceId workspace, String key) {
        return one(transaction, LOCK, workspace, key);
    }

    private static Uni<Optional<FieldDefinition>> one(
            SqlClient client, String statement, WorkspaceId workspace, String key) {
        return client.preparedQuery(statement)
                .execute(Tuple.of(workspace.value(), key))
                .map(rows -> FieldRows.definitions(rows).stream().findFirst());
    }

    @Override
    public Uni<List<FieldDefinition>> add(
            SqlConnection transaction, WorkspaceId workspace, Collection<FieldDefinition> definitions) {
        JsonArray rows = new JsonArray();
        definitions.forEach(definition -> rows.add(FieldRows.row(workspace, definition)));
        return transaction.preparedQuery(ADD).execute(Tuple.of(rows)).map(FieldRows::definitions);
    }

    @Override
    public Uni<Void> save(SqlConnection transaction, WorkspaceId workspace, FieldDefinition definition) {
        return transaction
                .preparedQuery(SAVE)
                .execute(Tuple.of(new JsonArray().add(FieldRows.row(workspace, definition))))
                .replaceWithVoid();
    }
}
