package io.omniflow.merge.audit.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.Entries;
import io.omniflow.merge.audit.domain.Entry;
import io.omniflow.merge.audit.domain.Hash;
import io.omniflow.merge.audit.domain.Redaction;
import io.omniflow.merge.audit.domain.Search;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresEntries implements Entries {
    private static final String BY_ID =
            EntryColumns.SELECT + " from audit_entry e where e.workspace_id = $1 and e.id = $2";
    private static final String BY_IDS =
            EntryColumns.SELECT + " from audit_entry e where e.workspace_id = $1 and e.id = any ($2)";
    /** What is read at once of large payloads, in bytes; an event has 256 kB at most. */
    private static final long CHUNK_BYTES = 4_000_000;

    private static final String BETWEEN = EntryColumns.SELECT + """
            , encode(c.hash, 'hex') as checkpointed, r.erased_by, r.told_in,
              encode(r.redacted_hash, 'hex') as redacted_hash
            from (select chunk.*, sum(octet_length(payload)) over (order by sequence) - octet_length(payload) as before
              from (select * from audit_entry where workspace_id = $1 and sequence > $2 and sequence <= $3
                order by sequence limit $4) chunk) e
            left join audit_checkpoint c on c.workspace_id = $1 and c.sequence = e.sequence
            left join audit_redaction r on r.workspace_id = $1 and r.sequence = e.sequence
            where e.before < $5 order by e.sequence
            """;
    private static final String CHECKPOINTS = """
            select s.sequence, encode(e.hash, 'hex') as entry, encode(c.hash, 'hex') as checkpoint
            from unnest($2::bigint[]) as s (sequence)
            left join audit_entry e on e.workspace_id = $1 and e.sequence = s.sequence
            left join audit_checkpoint c on c.workspace_id = $1 and c.sequence = s.sequence
            """;

    private final Pool pool;

    PostgresEntries(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Entry>> byId(WorkspaceId workspace, UUID id) {
        return one(BY_ID, Tuple.of(workspace.value(), id));
    }

    @Override
    public Uni<List<Entry>> byIds(WorkspaceId workspace, List<UUID> ids) {
        return many(BY_IDS, Tuple.of(workspace.value(), ids.toArray(UUID[]::new)));
    }

    @Override
    public Uni<List<Entry>> matching(WorkspaceId workspace, Search search, Search.@Nullable Place below, int limit) {
        SearchSql sql = SearchSql.newestFirst(workspace, search, below, limit);
        return many(sql.text(), sql.parameters());
    }

    @Override
    public Uni<List<Entry>> oldestFirst(
            WorkspaceId workspace, Search search, long head, Search.@Nullable Place above, int limit) {
        SearchSql sql = SearchSql.oldestFirst(workspace, search, head, above, limit, CHUNK_BYTES);
        return many(sql.text(), sql.parameters());
    }

    @Override
    public Uni<List<Proven>> between(WorkspaceId workspace, long after, long last, int limit) {
        return pool.preparedQuery(BETWEEN)
                .execute(Tuple.of(workspace.value(), after, last, limit, CHUNK_BYTES))
                .map(rows -> Rows.of(rows).map(PostgresEntries::proven).toList());
    }

    @Override
    public Uni<Map<Long, Kept>> checkpoints(WorkspaceId workspace, List<Long> sequences) {
        return pool.preparedQuery(CHECKPOINTS)
                .execute(Tuple.of(workspace.value(), sequences.toArray(Long[]::new)))
                .map(rows -> Rows.of(rows)
                        .collect(Collectors.toMap(row -> row.getLong("sequence"), PostgresEntries::kept, (a, b) -> a)));
    }

    private Uni<List<Entry>> many(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> Rows.of(rows).map(EntryColumns::read).toList());
    }

    private Uni<Optional<Entry>> one(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> Rows.of(rows).findFirst().map(EntryColumns::read));
    }

    private static Proven proven(Row row) {
        return new Proven(EntryColumns.read(row), hash(row, "checkpointed"), redaction(row));
    }

    private static @Nullable Redaction redaction(Row row) {
        Hash redacted = hash(row, "redacted_hash");
        return redacted == null
                ? null
                : new Redaction(row.getLong("sequence"), row.getUUID("erased_by"), redacted, row.getUUID("told_in"));
    }

    private static Kept kept(Row row) {
        return new Kept(hash(row, "entry"), hash(row, "checkpoint"));
    }

    private static @Nullable Hash hash(Row row, String column) {
        String hex = row.getString(column);
        return hex == null ? null : new Hash(hex);
    }
}
