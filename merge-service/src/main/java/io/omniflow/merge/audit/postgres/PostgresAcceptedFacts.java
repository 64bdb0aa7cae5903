package io.omniflow.merge.audit.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.AcceptedFacts;
import io.omniflow.merge.audit.domain.Fact;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PostgresAcceptedFacts implements AcceptedFacts {
    private static final String ADD = """
            insert into accepted (workspace_id, id, ticket_id, kind, actor, at, service, merge_id, correlation_id, payload)
            select workspace_id, id, ticket_id, kind, actor, at, service, merge_id, correlation_id, payload
            from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::text[],
                $8::uuid[], $9::text[], $10::text[]) with ordinality
                as f (workspace_id, id, ticket_id, kind, actor, at, service, merge_id, correlation_id, payload, n)
            order by n
            """;

    private static final String BY_IDS =
            "select " + FactColumns.NAMES + " from accepted where workspace_id = $1 and id = any ($2)";

    /** Jumps from workspace to workspace along the primary key, however long the queue of one of them is. */
    private static final String WORKSPACES = """
            with recursive waiting as (
                (select workspace_id from accepted order by workspace_id limit 1)
                union all
                select (select a.workspace_id from accepted a where a.workspace_id > w.workspace_id
                    order by a.workspace_id limit 1)
                from waiting w where w.workspace_id is not null)
            select workspace_id from waiting where workspace_id is not null
            """;

    private static final String BACKLOG = """
            select count(*) as depth,
                coalesce(extract(epoch from clock_timestamp() - min(accepted_at)), 0)::double precision as age
            from (select accepted_at from accepted limit 100000) bounded
            """;

    private final Pool pool;

    PostgresAcceptedFacts(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> add(SqlConnection transaction, List<Fact> facts) {
        if (facts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Columns<Fact> columns = new Columns<>(facts);
        FactColumns.addTo(columns, fact -> fact);
        return transaction.preparedQuery(ADD).execute(columns.tuple()).replaceWithVoid();
    }

    @Override
    public Uni<List<Fact>> byIds(WorkspaceId workspace, List<UUID> ids) {
        return pool.preparedQuery(BY_IDS)
                .execute(Tuple.of(workspace.value(), ids.toArray(UUID[]::new)))
                .map(rows -> Rows.of(rows).map(FactColumns::read).toList());
    }

    @Override
    public Uni<List<WorkspaceId>> workspaces() {
        return pool.preparedQuery(WORKSPACES).execute().map(PostgresAcceptedFacts::workspaceIds);
    }

    @Override
    public Uni<Long> count(WorkspaceId workspace) {
        return pool.preparedQuery("select count(*) as waiting from accepted where workspace_id = $1")
                .execute(Tuple.of(workspace.value()))
                .map(rows -> rows.iterator().next().getLong("waiting"));
    }

    @Override
    public Uni<Backlog> backlog() {
        return pool.preparedQuery(BACKLOG).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Backlog(row.getLong("depth"), Duration.ofMillis((long) (row.getDouble("age") * 1000)));
        });
    }

    static List<WorkspaceId> workspaceIds(RowSet<Row> rows) {
        return Rows.of(rows)
                .map(row -> new WorkspaceId(row.getUUID("workspace_id")))
                .toList();
    }
}
