package io.omniflow.ticket.timeline.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.timeline.Timeline;
import io.omniflow.ticket.timeline.TimelineEntry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresTimeline implements Timeline {
    private static final String ADD = """
            insert into timeline (workspace_id, ticket_id, at, id, service, kind, actor, sequence, backfill,
                correlation_id, data)
            select * from jsonb_to_recordset($1::jsonb) as r(workspace_id uuid, ticket_id uuid, at timestamptz, id uuid,
              service text, kind text, actor text, sequence bigint, backfill boolean, correlation_id text, data jsonb)
            on conflict do nothing
            """;
    private static final String OF = """
            select id, at, service, kind, actor, sequence, backfill, correlation_id, data from timeline
            where workspace_id = $1 and ticket_id = $2 and ($3::timestamptz is null or (at, id) < ($3, $4))
            order by at desc, id desc limit $5
            """;

    private final Pool pool;

    PostgresTimeline(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> add(SqlConnection transaction, List<Told> facts) {
        if (facts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        facts.forEach(told -> rows.add(row(told)));
        return transaction.preparedQuery(ADD).execute(Tuple.of(rows)).replaceWithVoid();
    }

    @Override
    public Uni<List<TimelineEntry>> of(WorkspaceId workspace, UUID ticketId, @Nullable Place before, int limit) {
        @Nullable OffsetDateTime at = before == null ? null : before.at().atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(OF)
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addUUID(ticketId)
                        .addValue(at)
                        .addValue(before == null ? null : before.id())
                        .addInteger(limit))
                .map(rows -> {
                    List<TimelineEntry> entries = new ArrayList<>(rows.size());
                    rows.forEach(row -> entries.add(entry(row)));
                    return entries;
                });
    }

    private static JsonObject row(Told told) {
        TimelineEntry entry = told.entry();
        return new JsonObject()
                .put("workspace_id", told.workspace().value().toString())
                .put("ticket_id", told.ticketId().toString())
                .put("at", entry.at().toString())
                .put("id", entry.id().toString())
                .put("service", entry.service())
                .put("kind", entry.kind())
                .put("actor", entry.actor())
                .put("sequence", entry.sequence())
                .put("backfill", entry.backfill())
                .put("correlation_id", entry.correlationId())
                .put("data", new JsonObject(entry.data()));
    }

    private static TimelineEntry entry(Row row) {
        return new TimelineEntry(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("service"),
                row.getString("kind"),
                row.getString("actor"),
                row.getLong("sequence"),
                row.getBoolean("backfill"),
                row.getString("correlation_id"),
                row.getJsonObject("data").getMap());
    }
}
