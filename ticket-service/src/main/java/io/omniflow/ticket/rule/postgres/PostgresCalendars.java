package io.omniflow.ticket.rule.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.rule.Calendars;
import io.omniflow.ticket.rule.domain.Calendar;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class PostgresCalendars implements Calendars {
    private static final String SOME =
            "select id, calendar from calendar_copy where workspace_id = $1 and id = any($2::uuid[])";
    private static final String KEEP = "insert into calendar_copy (workspace_id, id, calendar) values ($1, $2, $3)"
            + " on conflict (workspace_id, id) do update set calendar = excluded.calendar";
    private static final String FORGET = "delete from calendar_copy where workspace_id = $1 and id = $2";

    private final Pool pool;

    PostgresCalendars(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<UUID, Calendar>> some(SqlConnection transaction, WorkspaceId workspace, Collection<UUID> ids) {
        return read(transaction, workspace, ids);
    }

    @Override
    public Uni<Map<UUID, Calendar>> some(WorkspaceId workspace, Collection<UUID> ids) {
        return read(pool, workspace, ids);
    }

    private static Uni<Map<UUID, Calendar>> read(SqlClient client, WorkspaceId workspace, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return client.preparedQuery(SOME)
                .execute(Tuple.of(workspace.value(), ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Calendar> calendars = new HashMap<>();
                    rows.forEach(row -> CalendarJson.read(row.getJsonObject("calendar"))
                            .ifPresent(calendar -> calendars.put(row.getUUID("id"), calendar)));
                    return calendars;
                });
    }

    @Override
    public Uni<Void> keep(SqlClient transaction, WorkspaceId workspace, UUID id, Map<String, Object> told) {
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.of(workspace.value(), id, new JsonObject(told)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> forget(SqlClient transaction, WorkspaceId workspace, UUID id) {
        return transaction
                .preparedQuery(FORGET)
                .execute(Tuple.of(workspace.value(), id))
                .replaceWithVoid();
    }
}
