package io.omniflow.ticket.notification.postgres;

import io.omniflow.kit.time.Ids;
import io.omniflow.ticket.notification.Feeds;
import io.omniflow.ticket.notification.Notice;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class PostgresFeeds implements Feeds {
    private static final int SWEPT_AT_ONCE = 10_000;
    private static final String ADD = """
            with wanted as (
              select n.*, t.number, t.title from jsonb_to_recordset($1::jsonb) as n(workspace_id uuid, agent_id uuid, id uuid,
                kind text, ticket_id uuid, at timestamptz, actor text, data jsonb, cause uuid)
              join agent a on a.workspace_id = n.workspace_id and a.id = n.agent_id and a.active
                and n.actor <> 'agent:' || a.id and n.actor is distinct from 'agent:' || a.subject
              join ticket t on t.workspace_id = n.workspace_id and t.id = n.ticket_id
                and (not a.limited_to_teams or t.team_id is null or t.team_id = any(a.team_ids))),
            added as (
              insert into notification (workspace_id, agent_id, id, kind, ticket_id, ticket_number, ticket_title, at, actor,
                data, cause)
              select workspace_id, agent_id, id, kind, ticket_id, number, title, at, actor, data, cause from wanted
              order by workspace_id, cause, agent_id
              on conflict (workspace_id, cause, agent_id) do nothing
              returning workspace_id, agent_id, id),
            told as (
              insert into notification_change (workspace_id, agent_id, notification_id, what)
              select workspace_id, agent_id, id, 'told' from added order by id)
            select distinct agent_id from wanted
            """;
    private static final String WITHDRAW = """
            with withdrawn as (
              update notification n set data = n.data || '{"withdrawn": true}', version = n.version + 1
              from jsonb_to_recordset($1::jsonb) as w(workspace_id uuid, ticket_id uuid, breach jsonb)
              where n.workspace_id = w.workspace_id and n.ticket_id = w.ticket_id and n.kind = 'sla_breach'
                and n.data @> w.breach and not n.data ? 'withdrawn'
              returning n.workspace_id, n.agent_id, n.id)
            insert into notification_change (workspace_id, agent_id, notification_id, what)
            select workspace_id, agent_id, id, 'told' from withdrawn order by id
            """;
    /** Of all workspaces. */
    private static final String SWEEP = """
            delete from notification where (workspace_id, agent_id, id) in (
              select workspace_id, agent_id, id from notification where created_at < clock_timestamp() - interval '90 days'
              order by created_at limit %d for update skip locked)
            """.formatted(SWEPT_AT_ONCE);

    private final Pool pool;

    PostgresFeeds(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Set<UUID>> add(SqlConnection transaction, List<Notice> notices) {
        if (notices.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        JsonArray rows = new JsonArray();
        notices.forEach(notice -> rows.add(row(notice)));
        return transaction.preparedQuery(ADD).execute(Tuple.of(rows)).map(reached -> {
            Set<UUID> agents = new HashSet<>();
            reached.forEach(row -> agents.add(row.getUUID("agent_id")));
            return agents;
        });
    }

    @Override
    public Uni<Void> withdraw(SqlConnection transaction, List<Withdrawal> withdrawals) {
        if (withdrawals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        withdrawals.forEach(withdrawal -> rows.add(new JsonObject()
                .put("workspace_id", withdrawal.workspace().value().toString())
                .put("ticket_id", withdrawal.ticket().toString())
                .put("breach", new JsonObject(withdrawal.breach()))));
        return transaction.preparedQuery(WITHDRAW).execute(Tuple.of(rows)).replaceWithVoid();
    }

    @Override
    public Uni<Void> sweep() {
        return Uni.createFrom()
                .deferred(() -> pool.query(SWEEP).execute().map(SqlResult::rowCount))
                .repeat()
                .whilst(deleted -> deleted == SWEPT_AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static JsonObject row(Notice notice) {
        return new JsonObject()
                .put("workspace_id", notice.workspace().value().toString())
                .put("agent_id", notice.agent().toString())
                .put("id", Ids.next().toString())
                .put("kind", notice.kind().name().toLowerCase(Locale.ROOT))
                .put("ticket_id", notice.ticket().toString())
                .put("at", notice.at().toString())
                .put("actor", notice.actor())
                .put("data", new JsonObject(notice.data()))
                .put("cause", notice.cause().toString());
    }
}
