package io.omniflow.sla.calendar.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.calendar.Calendars;
import io.omniflow.sla.calendar.KeptCalendar;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private static final String POLICIES = """
            select name from (
                select distinct on (policy_id) name, definition from policy
                where workspace_id = $1 order by policy_id, version desc) newest
            where definition ->> 'calendarId' = $2 order by name limit 5
            """;

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
    public Uni<List<String>> policiesNaming(SqlConnection transaction, WorkspaceId workspace, UUID id) {
        return transaction
                .preparedQuery(POLICIES)
                .execute(Tuple.of(workspace.value(), id.toString()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("name"))
                        .toList());
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
