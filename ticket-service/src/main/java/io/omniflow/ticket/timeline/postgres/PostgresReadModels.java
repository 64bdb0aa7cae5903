package io.omniflow.ticket.timeline.postgres;

import io.omniflow.ticket.timeline.ReadModels;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

@ApplicationScoped
class PostgresReadModels implements ReadModels {
    private static final String KEEP_SLA = """
            with kept as (
              insert into ticket_sla as s (workspace_id, ticket_id, sequence, state, next_due_at, summary)
              select * from jsonb_to_recordset($1::jsonb) as r(workspace_id uuid, ticket_id uuid, sequence bigint,
                state text, next_due_at timestamptz, summary jsonb) order by workspace_id, ticket_id
              on conflict (workspace_id, ticket_id) do update set sequence = excluded.sequence, state = excluded.state,
                next_due_at = excluded.next_due_at, summary = excluded.summary
                where s.sequence < excluded.sequence
              returning workspace_id, ticket_id)
            insert into ticket_change (workspace_id, ticket_id) select workspace_id, ticket_id from kept
            """;
    private static final String KEEP_LINKS = """
            with kept as (
              insert into ticket_link as l (workspace_id, ticket_id, link_id, system, key, url, state, changed_at, removed)
              select * from jsonb_to_recordset($1::jsonb) as r(workspace_id uuid, ticket_id uuid, link_id uuid, system text,
                key text, url text, state text, changed_at timestamptz, removed boolean)
                order by workspace_id, ticket_id, link_id
              on conflict (workspace_id, ticket_id, link_id) do update set key = excluded.key, url = excluded.url,
                state = coalesce(excluded.state, l.state), changed_at = excluded.changed_at, removed = excluded.removed
                where l.changed_at <= excluded.changed_at
              returning workspace_id, ticket_id)
            insert into ticket_change (workspace_id, ticket_id) select workspace_id, ticket_id from kept
            union all select m.workspace_id, m.destination_id from kept k join merged_ticket m
              on m.workspace_id = k.workspace_id and m.source_id = k.ticket_id
            """;
    private static final String KEEP_STATES = """
            with kept as (
              update ticket_link l set state = r.state, changed_at = r.changed_at
              from jsonb_to_recordset($1::jsonb) as r(workspace_id uuid, ticket_id uuid, link_id uuid, state text,
                changed_at timestamptz)
              where l.workspace_id = r.workspace_id and l.ticket_id = r.ticket_id and l.link_id = r.link_id
                and l.changed_at <= r.changed_at
                and not exists (select 1 from jsonb_to_recordset($1::jsonb) as later(link_id uuid, changed_at timestamptz)
                  where later.link_id = r.link_id and later.changed_at > r.changed_at)
              returning l.workspace_id, l.ticket_id)
            insert into ticket_change (workspace_id, ticket_id) select workspace_id, ticket_id from kept
            union all select m.workspace_id, m.destination_id from kept k join merged_ticket m
              on m.workspace_id = k.workspace_id and m.source_id = k.ticket_id
            """;
    private static final String SHOW_STATE = """
            with known as materialized (
              select state, changed_at from ticket_link
              where workspace_id = $1 and ticket_id = $2 and link_id = $3 and not removed for update),
            kept as (
              update ticket_link l set state = $4, changed_at = $5 from known k
              where l.workspace_id = $1 and l.ticket_id = $2 and l.link_id = $3
                and k.changed_at <= $5 and k.state is distinct from $4
              returning l.workspace_id, l.ticket_id),
            told as (
              insert into ticket_change (workspace_id, ticket_id) select workspace_id, ticket_id from kept
              union all select m.workspace_id, m.destination_id from kept k join merged_ticket m
                on m.workspace_id = k.workspace_id and m.source_id = k.ticket_id)
            select state, exists (select 1 from kept) as changed from known
            """;

    @Override
    public Uni<Shown> showLinkState(SqlConnection transaction, LinkState state) {
        return transaction
                .preparedQuery(SHOW_STATE)
                .execute(Tuple.of(
                        state.workspace().value(),
                        state.ticketId(),
                        state.linkId(),
                        state.state(),
                        state.changedAt().atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    for (Row row : rows) {
                        return row.getBoolean("changed") ? new Shown.Now(row.getString("state")) : new Shown.Before();
                    }
                    return new Shown.Nowhere();
                });
    }

    @Override
    public Uni<Void> keepSla(SqlConnection transaction, List<Sla> summaries) {
        return keep(transaction, KEEP_SLA, summaries, sla -> new JsonObject()
                .put("workspace_id", sla.workspace().value().toString())
                .put("ticket_id", sla.ticketId().toString())
                .put("sequence", sla.sequence())
                .put("state", sla.state())
                .put(
                        "next_due_at",
                        sla.nextDueAt() == null ? null : sla.nextDueAt().toString())
                .put("summary", new JsonObject(sla.summary())));
    }

    @Override
    public Uni<Void> keepLinks(SqlConnection transaction, List<Link> links) {
        return keep(transaction, KEEP_LINKS, links, link -> new JsonObject()
                .put("workspace_id", link.workspace().value().toString())
                .put("ticket_id", link.ticketId().toString())
                .put("link_id", link.linkId().toString())
                .put("system", link.system())
                .put("key", link.key())
                .put("url", link.url())
                .put("state", link.state())
                .put("changed_at", link.changedAt().toString())
                .put("removed", link.standing() == Standing.REMOVED));
    }

    @Override
    public Uni<Void> keepLinkStates(SqlConnection transaction, List<LinkState> states) {
        return keep(transaction, KEEP_STATES, states, state -> new JsonObject()
                .put("workspace_id", state.workspace().value().toString())
                .put("ticket_id", state.ticketId().toString())
                .put("link_id", state.linkId().toString())
                .put("state", state.state())
                .put("changed_at", state.changedAt().toString()));
    }

    private static <T> Uni<Void> keep(
            SqlConnection transaction, String sql, List<T> values, Function<T, JsonObject> row) {
        if (values.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        values.forEach(value -> rows.add(row.apply(value)));
        return transaction.preparedQuery(sql).execute(Tuple.of(rows)).replaceWithVoid();
    }
}
