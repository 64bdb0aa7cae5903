package io.omniflow.ticket.directory.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.directory.Agent;
import io.omniflow.ticket.directory.Agents;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresAgents implements Agents {
    private static final String COLUMNS =
            "id, name, email, subject, active, team_ids, limited_to_teams, version, created_at";
    private static final String SELECT = "select " + COLUMNS + " from agent where workspace_id = $1";
    private static final String FIND = SELECT + " and id = $2";
    private static final String LOCK = FIND + " for update";
    private static final String ALL = SELECT + " and id > $2 order by id limit $3";
    private static final String OF_SUBJECT =
            "select id, team_ids, limited_to_teams from agent where workspace_id = $1 and (subject = $2 or id = $3)"
                    + " order by subject = $2 desc nulls last limit 1";
    private static final String NAMED = """
            select distinct on (n.name) n.name, a.id from unnest($2::text[], $3::uuid[]) as n(name, id)
            join agent a on a.workspace_id = $1 and (a.id = n.id or a.subject = n.name)
            order by n.name, a.id = n.id desc
            """;
    private static final String ADD_MISSING = """
            insert into agent (workspace_id, id, name, active, team_ids, limited_to_teams, version, created_at)
            select $1, id, name, true, '{}', false, 1, $4 from unnest($2::text[], $3::uuid[]) as n(name, id)
            on conflict do nothing returning id
            """;
    private static final String ADD =
            "insert into agent (workspace_id, " + COLUMNS + ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    private static final String SAVE = "update agent set name = $3, email = $4, subject = $5, active = $6,"
            + " team_ids = $7, limited_to_teams = $8, version = $9, created_at = $10"
            + " where workspace_id = $1 and id = $2";

    private final Pool pool;
    private final Cache<Signed, Found> callers = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofSeconds(3))
            .build();

    PostgresAgents(Pool pool) {
        this.pool = pool;
    }

    private record Signed(WorkspaceId workspace, String subject) {}

    /** {@code teams} are those the agent is limited to. */
    private record Found(Optional<UUID> agent, Optional<Set<UUID>> teams) {
        static final Found NOBODY = new Found(Optional.empty(), Optional.empty());
    }

    @Override
    public Uni<Optional<UUID>> ofCaller(WorkspaceId ws, Caller caller) {
        return found(ws, caller).map(Found::agent);
    }

    @Override
    public Uni<Optional<Set<UUID>>> limits(WorkspaceId workspace, Caller caller) {
        return found(workspace, caller).map(Found::teams);
    }

    @Override
    public Uni<Optional<Set<UUID>>> limits(SqlConnection transaction, WorkspaceId workspace, String subject) {
        return ofSubject(transaction, new Signed(workspace, subject)).map(Found::teams);
    }

    private Uni<Found> found(WorkspaceId workspace, Caller caller) {
        Signed signed = new Signed(workspace, caller.subject());
        @Nullable Found known = callers.getIfPresent(signed);
        return known == null
                ? ofSubject(pool, signed).invoke(found -> callers.put(signed, found))
                : Uni.createFrom().item(known);
    }

    private static Uni<Found> ofSubject(SqlClient client, Signed signed) {
        return client.preparedQuery(OF_SUBJECT)
                .execute(Tuple.of(signed.workspace().value(), signed.subject(), id(signed.subject())))
                .map(rows -> {
                    for (Row row : rows) {
                        return new Found(
                                Optional.of(row.getUUID("id")),
                                row.getBoolean("limited_to_teams")
                                        ? Optional.of(Set.copyOf(List.of(row.getArrayOfUUIDs("team_ids"))))
                                        : Optional.empty());
                    }
                    return Found.NOBODY;
                });
    }

    private static @Nullable UUID id(String subject) {
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    @Override
    public void forgetCallers() {
        callers.invalidateAll();
    }

    @Override
    public Uni<Optional<Agent>> find(WorkspaceId workspace, UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(workspace.value(), id)).map(rows -> agents(rows).stream()
                .findFirst());
    }

    @Override
    public Uni<List<Agent>> all(WorkspaceId workspace, @Nullable UUID behind, int limit) {
        return pool.preparedQuery(ALL)
                .execute(Tuple.of(workspace.value(), behind == null ? Keys.FIRST : behind, limit))
                .map(PostgresAgents::agents);
    }

    @Override
    public Uni<Optional<Agent>> lock(SqlConnection transaction, WorkspaceId workspace, UUID id) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspace.value(), id))
                .map(rows -> agents(rows).stream().findFirst());
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
                        given.stream().map(names::get).toArray(UUID[]::new)))
                .map(Keys::idsByName);
    }

    @Override
    public Uni<List<Agent>> addMissing(SqlConnection transaction, WorkspaceId workspace, List<Agent> agents) {
        if (agents.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction
                .preparedQuery(ADD_MISSING)
                .execute(Tuple.of(
                        workspace.value(),
                        agents.stream().map(Agent::name).toArray(String[]::new),
                        agents.stream().map(Agent::id).toArray(UUID[]::new),
                        Keys.time(agents.getFirst().createdAt())))
                .map(Keys::ids)
                .map(added -> agents.stream()
                        .filter(agent -> added.contains(agent.id()))
                        .toList());
    }

    @Override
    public Uni<Void> add(SqlConnection transaction, WorkspaceId workspace, Agent agent) {
        return write(transaction, ADD, workspace, agent);
    }

    @Override
    public Uni<Void> save(SqlConnection transaction, WorkspaceId workspace, Agent agent) {
        return write(transaction, SAVE, workspace, agent);
    }

    private static Uni<Void> write(SqlConnection transaction, String statement, WorkspaceId workspace, Agent agent) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(workspace.value());
        values.add(agent.id());
        values.add(agent.name());
        values.add(agent.email());
        values.add(agent.subject());
        values.add(agent.active());
        values.add(agent.teamIds().toArray(UUID[]::new));
        values.add(agent.limitedToTeams());
        values.add(agent.version());
        values.add(Keys.time(agent.createdAt()));
        return transaction
                .preparedQuery(statement)
                .execute(Tuple.from(values))
                .onFailure(PgException.class)
                .transform(failure -> Violations.of(failure, "agent_pkey", Violations::idTaken))
                .onFailure(PgException.class)
                .transform(failure -> Violations.of(
                        failure,
                        "agent_subject",
                        () -> Problems.conflict("subject-taken", "Another agent signs in with this subject")))
                .replaceWithVoid();
    }

    private static List<Agent> agents(RowSet<Row> rows) {
        List<Agent> agents = new ArrayList<>(rows.size());
        rows.forEach(row -> agents.add(new Agent(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("subject"),
                row.getBoolean("active"),
                List.of(row.getArrayOfUUIDs("team_ids")),
                row.getBoolean("limited_to_teams"),
                row.getLong("version"),
                Keys.time(row, "created_at"))));
        return agents;
    }
}
