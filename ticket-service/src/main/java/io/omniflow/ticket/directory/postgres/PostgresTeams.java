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
import java.util.List;
import java.util.Map;
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
            "select id from team where workspace_id = $1 and id = any($2::uuid[]) and not archived for share";
    private static final String NAMED = """
            select distinct on (n.name) n.name, t.id from unnest($2::text[], $3::uuid[], $4::text[]) as n(name, id, key)
            join team t on t.workspace_id = $1 and (t.id = n.id or (t.name_key = n.key and not t.archived))
            order by n.name, t.id = n.id desc
            """;
    private static final String ADD_MISSING = """
            insert into team (workspace_id, id, name, name_key, archived, version, created_at)
            select $1, id, name, key, false, 1, $5 from unnest($2::text[], $3::uuid[], $4::text[]) as n(name, id, key)
            on conflict do nothing returning id
            """;
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
                .map(Keys::ids);
    }

    @Override
    public Uni<Optional<Team>> lock(SqlConnection transaction, WorkspaceId workspace, UUID id) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspace.value(), id))
                .map(rows -> teams(rows).stream().findFirst());
    }

    @Override
    public Uni<Map<String, UUID>> named(SqlConnection transaction, WorkspaceId workspace, Map<String, UUID> names) {
        if (names.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<String> given = List.copyOf(names.keySet());
        return transaction
                .preparedQuery(NAMED)
                .execute(Tuple.of(
                        workspace.value(),
                        given.toArray(String[]::new),
                        given.stream().map(names::get).toArray(UUID[]::new),
                        given.stream().map(Keys::text).toArray(String[]::new)))
                .map(Keys::idsByName);
    }

    @Override
    public Uni<List<Team>> addMissing(SqlConnection transaction, WorkspaceId workspace, List<Team> teams) {
        if (teams.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction
                .preparedQuery(ADD_MISSING)
                .execute(Tuple.of(
                        workspace.value(),
                        teams.stream().map(Team::name).toArray(String[]::new),
                        teams.stream().map(Team::id).toArray(UUID[]::new),
                        teams.stream().map(team -> Keys.text(team.name())).toArray(String[]::new),
                        Keys.time(teams.getFirst().createdAt())))
                .map(Keys::ids)
                .map(added ->
                        teams.stream().filter(team -> added.contains(team.id())).toList());
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
