package io.omniflow.ticket.directory.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.directory.Team;
import io.omniflow.ticket.directory.Teams;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresTeams implements Teams {
    private static final String SELECT =
            "select id, name, lead_id, archived, version, created_at from team where workspace_id = $1";
    private static final String FIND = SELECT + " and id = $2";
    private static final String LOCK = FIND + " for update";
    private static final String ALL = SELECT + " and id > $2 order by id limit $3";
    private static final String EXISTING =
            "select id from team where workspace_id = $1 and id = any($2::uuid[]) and not archived";
    private static final String ADD = "insert into team (workspace_id, id, name, name_key, lead_id, archived, version,"
            + " created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    private static final String SAVE = "update team set name = $3, name_key = $4, lead_id = $5, archived = $6,"
            + " version = $7, created_at = $8 where workspace_id = $1 and id = $2";

    private final Pool pool;

    PostgresTeams(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Team>> find(WorkspaceId workspace, UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(workspace.value(), id)).map(rows -> teams(rows).stream()
                .findFirst());
    }

    @Override
    public Uni<List<Team>> all(WorkspaceId workspace, @Nullable UUID behind, int limit) {
        return pool.preparedQuery(ALL)
                .execute(Tuple.of(workspace.value(), behind == null ? Keys.FIRST : behind, limit))
                .map(PostgresTeams::teams);
    }

    @Override
    public Uni<Set<UUID>> existing(SqlConnection transaction, WorkspaceId workspace, Collection<UUID> ids) {
        return transaction
                .preparedQuery(EXISTING)
                .execute(Tuple.of(workspace.value(), ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> existing = new HashSet<>();
                    rows.forEach(row -> existing.add(row.getUUID("id")));
                    return existing;
                });
    }

    @Override
    public Uni<Optional<Team>> lock(SqlConnection transaction, WorkspaceId workspace, UUID id) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspace.value(), id))
                .map(rows -> teams(rows).stream().findFirst());
    }

    @Override
    public Uni<Void> add(SqlConnection transaction, WorkspaceId workspace, Team team) {
        return write(transaction, ADD, workspace, team);
    }

    @Override
    public Uni<Void> save(SqlConnection transaction, WorkspaceId workspace, Team team) {
        return write(transaction, SAVE, workspace, team);
    }

    private static Uni<Void> write(SqlConnection transaction, String statement, WorkspaceId workspace, Team team) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(workspace.value());
        values.add(team.id());
        values.add(team.name());
        values.add(Keys.text(team.name()));
        values.add(team.leadId());
        values.add(team.archived());
        values.add(team.version());
        values.add(Keys.time(team.createdAt()));
        return transaction
                .preparedQuery(statement)
                .execute(Tuple.from(values))
                .onFailure(PgException.class)
                .transform(failure -> Violations.of(failure, "team_pkey", Violations::idTaken))
                .onFailure(PgException.class)
                .transform(failure -> Violations.of(
                        failure,
                        "team_name",
                        () -> Problems.conflict("name-taken", "Another team has this name already")))
                .replaceWithVoid();
    }

    private static List<Team> teams(RowSet<Row> rows) {
        List<Team> teams = new ArrayList<>(rows.size());
        rows.forEach(row -> teams.add(new Team(
                row.getUUID("id"),
                row.getString("name"),
                row.getUUID("lead_id"),
                row.getBoolean("archived"),
                row.getLong("version"),
                Keys.time(row, "created_at"))));
        return teams;
    }
}
