package io.omniflow.ticket.view.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.view.Scope;
import io.omniflow.ticket.view.View;
import io.omniflow.ticket.view.Views;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresViews implements Views {
    private static final String COLUMNS =
            "id, name, scope, team_id, owner_subject, filter, sort, columns, version," + " created_at, updated_at";
    private static final String INSERT = "insert into ticket_view (workspace_id, " + COLUMNS
            + ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    private static final String REPLACE =
            "update ticket_view set name = $3, scope = $4, team_id = $5, owner_subject = $6,"
                    + " filter = $7, sort = $8, columns = $9, version = $10, created_at = $11, updated_at = $12"
                    + " where workspace_id = $1 and id = $2";
    private static final String REMOVE = "delete from ticket_view where workspace_id = $1 and id = $2";
    private static final String FIND = "select " + COLUMNS + " from ticket_view where workspace_id = $1 and id = $2";
    /** Ids are UUIDv7, so their order is the order of making. */
    private static final String SEEN = "select " + COLUMNS + " from ticket_view where workspace_id = $1"
            + " and ($2::uuid is null or id > $2) and (scope = 'workspace' or (scope = 'private' and owner_subject = $3)"
            + " or (scope = 'team' and ($4 or team_id = any($5::uuid[])))) order by id limit $6";

    private static final String SOME =
            "select " + COLUMNS + " from ticket_view where workspace_id = $1 and id = any($2::uuid[]) order by id";

    private final Pool pool;

    PostgresViews(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> insert(SqlConnection transaction, WorkspaceId workspace, View view) {
        return transaction.preparedQuery(INSERT).execute(row(workspace, view)).replaceWithVoid();
    }

    @Override
    public Uni<Optional<View>> find(WorkspaceId workspace, UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(workspace.value(), id)).map(rows -> views(rows).stream()
                .findFirst());
    }

    @Override
    public Uni<Optional<View>> lock(SqlConnection transaction, WorkspaceId workspace, UUID id) {
        return transaction
                .preparedQuery(FIND + " for update")
                .execute(Tuple.of(workspace.value(), id))
                .map(rows -> views(rows).stream().findFirst());
    }

    @Override
    public Uni<Void> replace(SqlConnection transaction, WorkspaceId workspace, View view) {
        return transaction.preparedQuery(REPLACE).execute(row(workspace, view)).replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(SqlConnection transaction, WorkspaceId workspace, UUID id) {
        return transaction
                .preparedQuery(REMOVE)
                .execute(Tuple.of(workspace.value(), id))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<View>> seen(WorkspaceId workspace, Sight sight, @Nullable UUID after, int limit) {
        return pool.preparedQuery(SEEN)
                .execute(Tuple.of(workspace.value(), after, sight.subject())
                        .addBoolean(sight.reach() == Sight.Teams.ALL)
                        .addArrayOfUUID(sight.teams().toArray(UUID[]::new))
                        .addInteger(limit))
                .map(PostgresViews::views);
    }

    @Override
    public Uni<List<View>> some(WorkspaceId workspace, Collection<UUID> ids) {
        return pool.preparedQuery(SOME)
                .execute(Tuple.of(workspace.value(), ids.toArray(UUID[]::new)))
                .map(PostgresViews::views);
    }

    private static Tuple row(WorkspaceId workspace, View view) {
        View.Terms terms = view.terms();
        return Tuple.of(workspace.value(), view.id(), terms.name())
                .addString(terms.scope().name().toLowerCase(Locale.ROOT))
                .addUUID(terms.teamId())
                .addString(view.ownerSubject())
                .addJsonObject(new JsonObject(new TreeMap<>(terms.filter())))
                .addString(terms.sort())
                .addArrayOfString(terms.columns().toArray(String[]::new))
                .addLong(view.version())
                .addOffsetDateTime(view.createdAt().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(view.updatedAt().atOffset(ZoneOffset.UTC));
    }

    private static List<View> views(RowSet<Row> rows) {
        List<View> views = new ArrayList<>(rows.size());
        rows.forEach(row -> views.add(new View(
                row.getUUID("id"),
                new View.Terms(
                        row.getString("name"),
                        Scope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
                        row.getUUID("team_id"),
                        filter(row.getJsonObject("filter")),
                        row.getString("sort"),
                        List.of(row.getArrayOfStrings("columns"))),
                row.getString("owner_subject"),
                row.getLong("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant())));
        return views;
    }

    private static Map<String, List<String>> filter(JsonObject stored) {
        Map<String, List<String>> filter = new TreeMap<>();
        stored.fieldNames().forEach(name -> {
            JsonArray values = stored.getJsonArray(name);
            filter.put(name, values.stream().map(String.class::cast).toList());
        });
        return filter;
    }
}
