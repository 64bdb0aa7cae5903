package io.omniflow.sla.calendar.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.calendar.CalendarVersion;
import io.omniflow.sla.calendar.Calendars;
import io.omniflow.sla.calendar.KeptCalendar;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Calendars as rows of {@code calendar}, each version also as one of {@code calendar_version}. */
@ApplicationScoped
class PostgresCalendars implements Calendars {
    private static final String VALUES = "version, name, definition, created_at, changed_at, changed_by";
    private static final String KEEP_VERSION = " insert into calendar_version (workspace_id, calendar_id, " + VALUES
            + ") values ($1, $2, $3, $4, $5, $6, $7, $8)";
    private static final String INSERT = "with head as (insert into calendar (workspace_id, id, " + VALUES
            + ") values ($1, $2, $3, $4, $5, $6, $7, $8))" + KEEP_VERSION;
    private static final String REPLACE = "with head as (update calendar set version = $3, name = $4, definition = $5,"
            + " created_at = $6, changed_at = $7, changed_by = $8 where workspace_id = $1 and id = $2)" + KEEP_VERSION;
    private static final String REMOVE = "delete from calendar where workspace_id = $1 and id = $2";
    private static final String FIND = "select id, " + VALUES + " from calendar where workspace_id = $1 and id = $2";
    private static final String LOCK = FIND + " for update";
    /** Ids are UUIDv7, so their order is the order of making. */
    private static final String LIST = "select id, " + VALUES
            + " from calendar where workspace_id = $1 and ($2::uuid is null or id > $2) order by id limit $3";

    private static final String VERSIONS = "select calendar_id as id, " + VALUES
            + " from calendar_version where workspace_id = $1 and calendar_id = $2"
            + " and ($3::bigint is null or version < $3) order by version desc limit $4";
    private static final String READ = "select v.workspace_id, v.calendar_id as id, " + VALUES
            + " from unnest($1::uuid[], $2::uuid[], $3::bigint[]) as k(workspace_id, calendar_id, version)"
            + " join calendar_version v using (workspace_id, calendar_id, version)";

    private final Pool pool;

    PostgresCalendars(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> insert(SqlConnection transaction, WorkspaceId workspace, KeptCalendar calendar) {
        return transaction
                .preparedQuery(INSERT)
                .execute(row(workspace, calendar))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> replace(SqlConnection transaction, WorkspaceId workspace, KeptCalendar calendar) {
        return transaction
                .preparedQuery(REPLACE)
                .execute(row(workspace, calendar))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(SqlConnection transaction, WorkspaceId workspace, UUID id) {
        return transaction
                .preparedQuery(REMOVE)
                .execute(Tuple.of(workspace.value(), id))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<KeptCalendar>> find(WorkspaceId workspace, UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(workspace.value(), id)).map(rows -> calendars(rows).stream()
                .findFirst());
    }

    @Override
    public Uni<Optional<KeptCalendar>> lock(SqlConnection transaction, WorkspaceId workspace, UUID id) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspace.value(), id))
                .map(rows -> calendars(rows).stream().findFirst());
    }

    @Override
    public Uni<List<KeptCalendar>> list(WorkspaceId workspace, @Nullable UUID after, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(workspace.value(), after, limit))
                .map(PostgresCalendars::calendars);
    }

    @Override
    public Uni<List<KeptCalendar>> versions(WorkspaceId workspace, UUID id, @Nullable Long before, int limit) {
        return pool.preparedQuery(VERSIONS)
                .execute(Tuple.of(workspace.value(), id, before, limit))
                .map(PostgresCalendars::calendars);
    }

    @Override
    public Uni<Map<CalendarVersion, KeptCalendar>> read(SqlClient client, Collection<CalendarVersion> versions) {
        if (versions.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<CalendarVersion> asked = List.copyOf(versions);
        return client.preparedQuery(READ)
                .execute(Tuple.of(
                        asked.stream().map(each -> each.workspace().value()).toArray(UUID[]::new),
                        asked.stream().map(CalendarVersion::id).toArray(UUID[]::new),
                        asked.stream().map(CalendarVersion::version).toArray(Long[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(PostgresCalendars::versionOf, PostgresCalendars::calendar)));
    }

    private static CalendarVersion versionOf(Row row) {
        return new CalendarVersion(
                new WorkspaceId(row.getUUID("workspace_id")), row.getUUID("id"), row.getLong("version"));
    }

    private static Tuple row(WorkspaceId workspace, KeptCalendar calendar) {
        KeptCalendar.@Nullable Trail trail = calendar.trail();
        if (trail == null) {
            throw new IllegalArgumentException("The built-in calendar has no row");
        }
        return Tuple.of(workspace.value(), calendar.id(), calendar.version())
                .addString(calendar.definition().name())
                .addJsonObject(DefinitionJson.of(calendar.definition()))
                .addOffsetDateTime(trail.createdAt().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(trail.changedAt().atOffset(ZoneOffset.UTC))
                .addString(trail.changedBy());
    }

    private static List<KeptCalendar> calendars(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PostgresCalendars::calendar)
                .toList();
    }

    private static KeptCalendar calendar(Row row) {
        return new KeptCalendar(
                row.getUUID("id"),
                DefinitionJson.read(row.getString("name"), row.getJsonObject("definition")),
                row.getLong("version"),
                new KeptCalendar.Trail(
                        instant(row, "created_at"), instant(row, "changed_at"), row.getString("changed_by")));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
