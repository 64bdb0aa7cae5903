package io.omniflow.ticket.rule.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.rule.Rules;
import io.omniflow.ticket.rule.domain.Rule;
import io.omniflow.ticket.rule.domain.Trigger;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresRules implements Rules {
    private static final String ROOM =
            "select count(*) as taken, coalesce(max(position) + 1, 0) as next from rule where workspace_id = $1";
    private static final String INSERT = "insert into rule (workspace_id, id, name, position, enabled, trigger,"
            + " conditions, acts, version, created_at, updated_at)"
            + " values ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8::text::jsonb, $9, $10, $11)";
    private static final String REPLACE = "update rule set name = $3, position = $4, enabled = $5, trigger = $6,"
            + " conditions = $7::text::jsonb, acts = $8::text::jsonb, version = $9, created_at = $10, updated_at = $11"
            + " where workspace_id = $1 and id = $2";
    private static final String REMOVE = """
            with errors as (delete from rule_error where workspace_id = $1 and rule_id = $2),
            tallies as (delete from rule_tally where workspace_id = $1 and rule_id = $2),
            tickets as (delete from rule_ticket where workspace_id = $1 and rule_id = $2)
            delete from rule where workspace_id = $1 and id = $2
            """;
    private static final String FIND = "select " + RuleRows.COLUMNS + " from rule where workspace_id = $1 and id = $2";
    private static final String BEHIND = "select " + RuleRows.COLUMNS + " from rule where workspace_id = $1"
            + " and ($2::integer is null or (position, id) > ($2, $3::uuid)) order by position, id limit $4";
    private static final String ENABLED = "select " + RuleRows.COLUMNS
            + " from rule where workspace_id = $1 and enabled and trigger = $2 order by position, id";

    private final Pool pool;

    PostgresRules(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Room> room(SqlConnection transaction, WorkspaceId workspace) {
        return transaction
                .preparedQuery(ROOM)
                .execute(Tuple.of(workspace.value()))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Room(row.getLong("taken"), row.getInteger("next"));
                });
    }

    @Override
    public Uni<Void> insert(SqlConnection transaction, WorkspaceId workspace, Rule rule) {
        return transaction
                .preparedQuery(INSERT)
                .execute(RuleRows.values(workspace, rule))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Rule>> find(WorkspaceId workspace, UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(workspace.value(), id))
                .map(rows -> RuleRows.rules(rows).stream().findFirst());
    }

    @Override
    public Uni<Optional<Rule>> lock(SqlConnection transaction, WorkspaceId workspace, UUID id) {
        return transaction
                .preparedQuery(FIND + " for update")
                .execute(Tuple.of(workspace.value(), id))
                .map(rows -> RuleRows.rules(rows).stream().findFirst());
    }

    @Override
    public Uni<Void> replace(SqlConnection transaction, WorkspaceId workspace, Rule rule) {
        return transaction
                .preparedQuery(REPLACE)
                .execute(RuleRows.values(workspace, rule))
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
    public Uni<List<Rule>> behind(WorkspaceId workspace, @Nullable Place place, int limit) {
        return pool.preparedQuery(BEHIND)
                .execute(Tuple.of(
                        workspace.value(),
                        place == null ? null : place.position(),
                        place == null ? null : place.id(),
                        limit))
                .map(RuleRows::rules);
    }

    @Override
    public Uni<List<Rule>> enabled(SqlConnection transaction, WorkspaceId workspace, Trigger trigger) {
        return transaction
                .preparedQuery(ENABLED)
                .execute(Tuple.of(workspace.value(), RuleRows.name(trigger)))
                .map(RuleRows::rules);
    }
}
