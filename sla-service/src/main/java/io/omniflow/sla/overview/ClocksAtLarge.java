package io.omniflow.sla.overview;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The clocks of all tickets of a workspace, read page by page along an index. */
@ApplicationScoped
class ClocksAtLarge {
    private static final String COLUMNS = "select c.ticket_id, c.metric, c.cycle, c.policy_id, c.policy_version,"
            + " c.calendar_id, t.status, t.priority, t.team_id, t.assignee_id, ";
    private static final String FROM = " from clock c join ticket t using (workspace_id, ticket_id)";
    private static final String KEY = "c.ticket_id, c.metric, c.cycle)";

    static final String DUE = COLUMNS + "c.target_ms, c.due_at" + FROM
            + " where c.workspace_id = $1 and c.due_at is not null and c.breached_at is null" + ClockFilter.SQL
            + " and c.due_at <= $7 and ($8::timestamptz is null or (c.due_at, " + KEY
            + " > ($8, $9::uuid, $10::text, $11::integer)) order by c.due_at, c.ticket_id, c.metric, c.cycle limit $12";

    /** A clock may have missed several targets, one after the other; the first is the one that counts. */
    static final String BREACHED = COLUMNS + "c.breached_at, c.stopped_at, missed.missed_ms, missed.noticed_at"
            + FROM + """
             cross join lateral (
                select (m ->> 'targetMs')::bigint as missed_ms, (m ->> 'noticedAt')::timestamptz as noticed_at
                from jsonb_array_elements(c.marks) m
                where (m ->> 'percent')::integer = 100
                order by (m ->> 'at')::timestamptz
                limit 1) missed
            where c.workspace_id = $1 and c.breached_at is not null
            """ + ClockFilter.SQL + " and c.breached_at >= $7 and c.breached_at < $8"
            + " and ($9::timestamptz is null or (c.breached_at, " + KEY
            + " < ($9, $10::uuid, $11::text, $12::integer))"
            + " order by c.breached_at desc, c.ticket_id desc, c.metric desc, c.cycle desc limit $13";

    private final Pool pool;

    ClocksAtLarge(Pool pool) {
        this.pool = pool;
    }

    /** Those that have missed nothing yet and are due by then, the next one first. */
    Uni<List<DueClockView>> due(
            WorkspaceId workspace,
            ClockFilter filter,
            Instant until,
            Instant now,
            @Nullable ClockPlace after,
            int limit) {
        Tuple values = filter.bind(workspace.value()).addOffsetDateTime(ClockPlace.utc(until));
        ClockPlace.bind(values, after);
        return pool.preparedQuery(DUE)
                .execute(values.addInteger(limit))
                .map(rows -> read(rows, row -> DueClockView.of(row, now)));
    }

    /** Those that missed a deadline in the period, the newest first. */
    Uni<List<BreachView>> breached(
            WorkspaceId workspace, ClockFilter filter, Period period, @Nullable ClockPlace after, int limit) {
        Tuple values =
                filter.bind(workspace.value()).addOffsetDateTime(period.begin()).addOffsetDateTime(period.end());
        ClockPlace.bind(values, after);
        return pool.preparedQuery(BREACHED).execute(values.addInteger(limit)).map(rows -> read(rows, BreachView::of));
    }

    static <T> List<T> read(RowSet<Row> rows, Function<Row, T> view) {
        return StreamSupport.stream(rows.spliterator(), false).map(view).toList();
    }
}
