package io.omniflow.ticket.live.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.live.Changes;
import io.omniflow.ticket.live.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PostgresChanges implements Changes {
    /** Every transaction before this one has ended, and what it wrote is visible. */
    private static final String OLDEST_OPEN = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    private static final String NOW = "select " + OLDEST_OPEN + " - 1 as xid, clock_timestamp() as at";
    private static final String AFTER = "select xid, position, ticket_id, at from ticket_change where workspace_id = $1"
            + " and (xid, position) > ($2, $3) and xid < " + OLDEST_OPEN + " order by xid, position limit $4";
    private static final String NEWS = "select n from unnest($1::uuid[], $2::bigint[], $3::bigint[]) with ordinality"
            + " as w(workspace_id, xid, position, n) where exists (select 1 from ticket_change c"
            + " where c.workspace_id = w.workspace_id and (c.xid, c.position) > (w.xid, w.position) and c.xid < "
            + OLDEST_OPEN + ")";
    /** Of all workspaces: what is told is told, whoever asked. */
    private static final String TRIM = "delete from ticket_change where at < now() - interval '1 hour'";

    private final Pool pool;

    PostgresChanges(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Position> now() {
        return pool.query(NOW).execute().map(rows -> {
            var row = rows.iterator().next();
            return new Position(
                    row.getLong("xid"),
                    Long.MAX_VALUE,
                    row.getOffsetDateTime("at").toInstant());
        });
    }

    @Override
    public Uni<List<Entry<UUID>>> after(Place<WorkspaceId> place, int limit) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(
                        place.reader().value(),
                        place.position().transaction(),
                        place.position().number(),
                        limit))
                .map(rows -> {
                    List<Entry<UUID>> changes = new ArrayList<>(rows.size());
                    rows.forEach(row -> changes.add(new Entry<>(
                            row.getUUID("ticket_id"),
                            new Position(
                                    row.getLong("xid"),
                                    row.getLong("position"),
                                    row.getOffsetDateTime("at").toInstant()))));
                    return changes;
                });
    }

    @Override
    public Uni<List<Integer>> withNews(List<Place<WorkspaceId>> places) {
        UUID[] workspaces = places.stream().map(place -> place.reader().value()).toArray(UUID[]::new);
        Long[] transactions =
                places.stream().map(place -> place.position().transaction()).toArray(Long[]::new);
        Long[] numbers = places.stream().map(place -> place.position().number()).toArray(Long[]::new);
        return pool.preparedQuery(NEWS)
                .execute(Tuple.of(workspaces, transactions, numbers))
                .map(rows -> {
                    List<Integer> indexes = new ArrayList<>(rows.size());
                    rows.forEach(row -> indexes.add(Math.toIntExact(row.getLong("n") - 1)));
                    return indexes;
                });
    }

    @Override
    public Uni<Void> trim() {
        return pool.query(TRIM).execute().replaceWithVoid();
    }
}
