package io.omniflow.merge.retention;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.domain.Hash;
import io.omniflow.merge.audit.domain.Head;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Archives as they are kept. */
@ApplicationScoped
public class Archives {
    private static final String SELECT = """
            select workspace_id, id, first_sequence, last_sequence, encode(previous_hash, 'hex') as previous_hash,
              encode(last_hash, 'hex') as last_hash, encode(content_hash, 'hex') as content_hash, key_id, created_at,
              translate(encode(signature, 'base64'), E'\\n', '') as signature,
              length(content)::bigint as bytes
            from audit_archive where workspace_id = $1
            """;
    private static final String LATEST = SELECT + " order by last_sequence desc limit 1";
    private static final String BY_ID = SELECT + " and id = $2";
    private static final String BELOW = SELECT + " and last_sequence < $2 order by last_sequence desc limit $3";
    private static final String LAST = SELECT + " and last_sequence = $2";
    private static final String CONTENT = "select content from audit_archive where workspace_id = $1 and id = $2";

    /** Of the oldest entries, as many as one archive takes: up to the first of a day that is not over long enough. */
    private static final String DUE = """
            select coalesce(min(sequence) filter (where recorded_at >= $2) - 1, max(sequence)) as last
            from (select sequence, recorded_at from audit_entry where workspace_id = $1 order by sequence limit $3) oldest
            """;

    private static final String ADD = """
            insert into audit_archive (workspace_id, last_sequence, first_sequence, id, previous_hash, last_hash, content_hash,
              key_id, manifest, signature, content, created_at)
            values ($1, $2, $3, $4, decode($5, 'hex'), decode($6, 'hex'), decode($7, 'hex'), $8, $9, decode($10, 'base64'), $11, $12)
            """;
    private static final String LOCK = "select 1 from audit_chain where workspace_id = $1 for update";

    private final Pool pool;

    Archives(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<Archive>> latest(WorkspaceId workspace) {
        return one(pool, LATEST, Tuple.of(workspace.value()));
    }

    public Uni<Optional<Archive>> byId(WorkspaceId workspace, UUID id) {
        return one(pool, BY_ID, Tuple.of(workspace.value(), id));
    }

    Uni<Optional<Archive>> byLast(SqlConnection transaction, WorkspaceId workspace, long lastSequence) {
        return one(transaction, LAST, Tuple.of(workspace.value(), lastSequence));
    }

    /** Newest first. */
    public Uni<List<Archive>> below(WorkspaceId workspace, long lastSequence, int limit) {
        return pool.preparedQuery(BELOW)
                .execute(Tuple.of(workspace.value(), lastSequence, limit))
                .map(Archives::all);
    }

    /** The file; empty where there is no such archive. */
    public Uni<Optional<byte[]>> content(WorkspaceId workspace, UUID id) {
        return content(pool, workspace, id);
    }

    Uni<Optional<byte[]>> content(SqlClient client, WorkspaceId workspace, UUID id) {
        return client.preparedQuery(CONTENT)
                .execute(Tuple.of(workspace.value(), id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(
                                rows.iterator().next().getBuffer("content").getBytes()));
    }

    /** Whoever appends to the chain, or empties payloads, waits until the transaction ends. */
    Uni<Void> lock(SqlConnection transaction, WorkspaceId workspace) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspace.value()))
                .replaceWithVoid();
    }

    /** The last entry that may go into the next archive; nothing may where it is not beyond {@code after}. */
    Uni<Long> due(WorkspaceId workspace, Head after, Instant before, int entries) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(workspace.value(), before.atOffset(ZoneOffset.UTC), entries))
                .map(rows -> {
                    Long last = rows.iterator().next().getLong("last");
                    return last == null ? after.sequence() : last;
                });
    }

    Uni<Void> add(SqlConnection transaction, Archive archive, byte[] content) {
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addUUID(archive.workspace().value())
                        .addLong(archive.lastSequence())
                        .addLong(archive.firstSequence())
                        .addUUID(archive.id())
                        .addString(archive.previousHash().hex())
                        .addString(archive.lastHash().hex())
                        .addString(archive.contentHash().hex())
                        .addString(archive.keyId())
                        .addString(archive.manifest())
                        .addString(archive.signature())
                        .addBuffer(Buffer.buffer(content))
                        .addOffsetDateTime(archive.createdAt().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Takes the archived entries out of the log; fails where they are not those of the archive. */
    Uni<Long> drop(SqlConnection transaction, Archive archive, Hash payloads) {
        return transaction
                .preparedQuery("select drop_archived($1, $2, decode($3, 'hex')) as dropped")
                .execute(Tuple.of(archive.workspace().value(), archive.lastSequence(), payloads.hex()))
                .map(rows -> rows.iterator().next().getLong("dropped"));
    }

    private static Uni<Optional<Archive>> one(SqlClient client, String sql, Tuple parameters) {
        return client.preparedQuery(sql).execute(parameters).map(rows -> all(rows).stream()
                .findFirst());
    }

    private static List<Archive> all(RowSet<Row> rows) {
        List<Archive> archives = new ArrayList<>();
        rows.forEach(row -> archives.add(new Archive(
                new WorkspaceId(row.getUUID("workspace_id")),
                row.getUUID("id"),
                row.getLong("first_sequence"),
                row.getLong("last_sequence"),
                new Hash(row.getString("previous_hash")),
                new Hash(row.getString("last_hash")),
                new Hash(row.getString("content_hash")),
                row.getString("key_id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("signature"),
                row.getLong("bytes"))));
        return archives;
    }
}
