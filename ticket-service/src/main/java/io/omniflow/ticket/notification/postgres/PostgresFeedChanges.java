package io.omniflow.ticket.notification.postgres;

import io.omniflow.ticket.live.Position;
import io.omniflow.ticket.notification.FeedChange;
import io.omniflow.ticket.notification.FeedChanges;
import io.omniflow.ticket.notification.Recipient;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

@ApplicationScoped
class PostgresFeedChanges implements FeedChanges {
    /** Every transaction before this one has ended, and what it wrote is visible. */
    private static final String OLDEST_OPEN = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    private static final String NOW = "select " + OLDEST_OPEN + " - 1 as xid, clock_timestamp() as at";
    private static final String AFTER = "select xid, position, notification_id, what, at from notification_change"
            + " where workspace_id = $1 and agent_id = $2 and (xid, position) > ($3, $4) and xid < " + OLDEST_OPEN
            + " order by xid, position limit $5";
    private static final String NEWS = "select n from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[])"
            + " with ordinality as w(workspace_id, agent_id, xid, position, n) where exists (select 1 from"
            + " notification_change c where c.workspace_id = w.workspace_id and c.agent_id = w.agent_id"
            + " and (c.xid, c.position) > (w.xid, w.position) and c.xid < " + OLDEST_OPEN + ")";
    /** Of all workspaces: what is told is told, whoever asked. */
    private static final String TRIM = "delete from notification_change where at < now() - interval '1 hour'";

    private final Pool pool;

    PostgresFeedChanges(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Position> now() {
        return pool.query(NOW).execute().map(rows -> position(rows.iterator().next(), Long.MAX_VALUE));
    }

    @Override
    public Uni<List<Entry<FeedChange>>> after(Place<Recipient> place, int limit) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(
                        place.reader().workspace().value(),
                        place.reader().agent(),
                        place.position().transaction(),
                        place.position().number(),
                        limit))
                .map(rows -> {
                    List<Entry<FeedChange>> changes = new ArrayList<>(rows.size());
                    rows.forEach(row -> changes.add(new Entry<>(
                            new FeedChange(
                                    row.getUUID("notification_id"),
                                    FeedChange.What.valueOf(
                                            row.getString("what").toUpperCase(Locale.ROOT))),
                            position(row, row.getLong("position")))));
                    return changes;
                });
    }

    @Override
    public Uni<List<Integer>> withNews(List<Place<Recipient>> places) {
        UUID[] workspaces =
                places.stream().map(place -> place.reader().workspace().value()).toArray(UUID[]::new);
        UUID[] agents = places.stream().map(place -> place.reader().agent()).toArray(UUID[]::new);
        Long[] transactions =
                places.stream().map(place -> place.position().transaction()).toArray(Long[]::new);
        Long[] numbers = places.stream().map(place -> place.position().number()).toArray(Long[]::new);
        return pool.preparedQuery(NEWS)
                .execute(Tuple.of(workspaces, agents, transactions, numbers))
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

    private static Position position(Row row, long number) {
        return new Position(
                row.getLong("xid"), number, row.getOffsetDateTime("at").toInstant());
    }
}
