package io.omniflow.testing.sample;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Things {
    private static final String COLUMNS = "id, name, kind, amount, due_at, owner_id, tags, version";

    private final Pool pool;

    Things(Pool pool) {
        this.pool = pool;
    }

    Uni<ThingView> insert(SqlClient client, WorkspaceId workspace, ThingView thing) {
        return client.preparedQuery(
                        "insert into thing (workspace_id, " + COLUMNS + ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
                .execute(Tuple.from(new Object[] {
                    workspace.value(),
                    thing.id(),
                    thing.name(),
                    thing.kind().name(),
                    thing.amount(),
                    utc(thing.dueAt()),
                    thing.ownerId(),
                    thing.tags().toArray(String[]::new),
                    thing.version()
                }))
                .replaceWith(thing);
    }

    Uni<ThingView> read(WorkspaceId workspace, UUID id) {
        return pool.preparedQuery("select " + COLUMNS + " from thing where workspace_id = $1 and id = $2")
                .execute(Tuple.of(workspace.value(), id))
                .map(rows -> {
                    var found = rows.iterator();
                    if (!found.hasNext()) {
                        throw Problems.notFound("The thing");
                    }
                    return view(found.next());
                });
    }

    Uni<List<ThingView>> list(WorkspaceId workspace, List<ThingKind> kinds, Optional<UUID> after, int count) {
        return pool.preparedQuery("select " + COLUMNS + " from thing where workspace_id = $1"
                        + " and ($2::uuid is null or id > $2) and (cardinality($4::text[]) = 0 or kind = any($4))"
                        + " order by id limit $3")
                .execute(Tuple.of(
                        workspace.value(),
                        after.orElse(null),
                        count,
                        kinds.stream().map(ThingKind::name).toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Things::view)
                        .toList());
    }

    Uni<ThingView> update(SqlClient client, WorkspaceId workspace, ThingView thing) {
        return client.preparedQuery("update thing set name = $3, kind = $4, due_at = $5, version = $6"
                        + " where workspace_id = $1 and id = $2")
                .execute(Tuple.from(new Object[] {
                    workspace.value(),
                    thing.id(),
                    thing.name(),
                    thing.kind().name(),
                    utc(thing.dueAt()),
                    thing.version()
                }))
                .replaceWith(thing);
    }

    private static ThingView view(Row row) {
        OffsetDateTime due = row.getOffsetDateTime("due_at");
        return new ThingView(
                row.getUUID("id"),
                row.getString("name"),
                ThingKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getBigDecimal("amount"),
                due == null ? null : due.toInstant(),
                row.getUUID("owner_id"),
                List.of(row.getArrayOfStrings("tags")),
                row.getLong("version"));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
