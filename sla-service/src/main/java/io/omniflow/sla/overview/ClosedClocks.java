package io.omniflow.sla.overview;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The clocks that ended in a period, added up by the database. */
@ApplicationScoped
class ClosedClocks {
    static final String REPORT = """
            select %s as key, c.metric,
                count(*) filter (where c.ending <> 'merged') as closed,
                count(*) filter (where c.ending <> 'merged' and c.target_ms is not null and c.breached_at is null) as met,
                count(*) filter (where c.breached_at is not null) as breached,
                percentile_disc(0.5) within group (order by c.counted_ms) filter (where c.ending <> 'merged') as p50,
                percentile_disc(0.9) within group (order by c.counted_ms) filter (where c.ending <> 'merged') as p90,
                percentile_disc(0.95) within group (order by c.counted_ms) filter (where c.ending <> 'merged') as p95
            from clock c join ticket t using (workspace_id, ticket_id)
            where c.workspace_id = $1 and c.progress = 'stopped'
            """ + ClockFilter.SQL + """
             and c.stopped_at >= $7 and c.stopped_at < $8
            group by 1, 2
            having count(*) filter (where c.ending <> 'merged' or c.breached_at is not null) > 0
            order by 1 nulls last, 2
            """;

    private final Pool pool;

    ClosedClocks(Pool pool) {
        this.pool = pool;
    }

    Uni<List<ReportView.Group>> report(WorkspaceId workspace, ClockFilter filter, Period period, Grouping grouping) {
        return pool.preparedQuery(REPORT.formatted(grouping.column()))
                .execute(filter.bind(workspace.value())
                        .addOffsetDateTime(period.begin())
                        .addOffsetDateTime(period.end()))
                .map(rows -> ClocksAtLarge.read(rows, ReportView.Group::of));
    }
}
