package io.omniflow.merge.audit.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.Entries;
import io.omniflow.merge.audit.domain.Entry;
import io.omniflow.merge.audit.domain.Hash;
import io.omniflow.merge.audit.domain.Search;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresEntries implements Entries {
    private static final String BY_ID =
            EntryColumns.SELECT + " from audit_entry e where e.workspace_id = $1 and e.id = $2";
    private static final String BY_SEQUENCE =
            EntryColumns.SELECT + " from audit_entry e where e.workspace_id = $1 and e.sequence = $2";
    private static final String BETWEEN = EntryColumns.SELECT + ", encode(c.hash, 'hex') as checkpointed"
            + " from audit_entry e left join audit_checkpoint c using (workspace_id, sequence)"
            + " where e.workspace_id = $1 and e.sequence > $2 and e.sequence <= $3 order by e.sequence limit $4";

    private final Pool pool;

    PostgresEntries(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Entry>> byId(WorkspaceId workspace, UUID id) {
        return one(BY_ID, Tuple.of(workspace.value(), id));
    }

    @Override
    public Uni<Optional<Entry>> bySequence(WorkspaceId workspace, long sequence) {
        return one(BY_SEQUENCE, Tuple.of(workspace.value(), sequence));
    }

    @Override
    public Uni<List<Entry>> matching(WorkspaceId workspace, Search search, Search.@Nullable Place below, int limit) {
        SearchSql sql = SearchSql.of(workspace, search, below, limit);
        return pool.preparedQuery(sql.text())
                .execute(sql.parameters())
                .map(rows -> Rows.of(rows).map(EntryColumns::read).toList());
    }

    @Override
    public Uni<List<Proven>> between(WorkspaceId workspace, long after, long last, int limit) {
        return pool.preparedQuery(BETWEEN)
                .execute(Tuple.of(workspace.value(), after, last, limit))
                .map(rows -> Rows.of(rows).map(PostgresEntries::proven).toList());
    }

    private Uni<Optional<Entry>> one(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> Rows.of(rows).findFirst().map(EntryColumns::read));
    }

    private static Proven proven(Row row) {
        String checkpointed = row.getString("checkpointed");
        return new Proven(EntryColumns.read(row), checkpointed == null ? null : new Hash(checkpointed));
    }
}
