package io.omniflow.sla.policy.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.policy.Books;
import io.omniflow.sla.policy.KeptPolicy;
import io.omniflow.sla.policy.Shelf;
import io.omniflow.sla.policy.domain.Book;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Policies as rows of {@code policy}, their order as rows of {@code policy_book}; what a workspace has from the start has none. */
@ApplicationScoped
class PostgresBooks implements Books {
    private static final String LOCK = "insert into policy_head (workspace_id, revision) values ($1, 1)"
            + " on conflict (workspace_id) do update set revision = policy_head.revision";
    private static final String VALUES = "p.version, p.name, p.definition, p.created_at, p.changed_at, p.changed_by";
    private static final String SHELF = """
             cross join lateral jsonb_array_elements(b.book) with ordinality as e(entry, place)
            left join policy p on p.workspace_id = b.workspace_id and p.policy_id = (e.entry ->> 'policyId')::uuid
                and p.version = (e.entry ->> 'version')::integer
            """;
    private static final String NEWEST = "select b.workspace_id, b.revision, e.entry, " + VALUES
            + " from policy_head h join policy_book b using (workspace_id, revision)" + SHELF
            + "where h.workspace_id = $1 order by e.place";
    private static final String READ = "select b.workspace_id, b.revision, e.entry, " + VALUES
            + " from unnest($1::uuid[], $2::integer[]) as k(workspace_id, revision)"
            + " join policy_book b using (workspace_id, revision)" + SHELF
            + "order by b.workspace_id, b.revision, e.place";
    private static final String REVISIONS =
            "select workspace_id, revision from policy_head where workspace_id = any($1)";
    private static final String KEEP =
            "insert into policy (workspace_id, policy_id, version, name, definition, created_at, changed_at, changed_by)"
                    + " values ($1, $2, $3, $4, $5, $6, $7, $8)";
    private static final String APPEND = "with head as (update policy_head set revision = $2 where workspace_id = $1)"
            + " insert into policy_book (workspace_id, revision, book, at) values ($1, $2, $3, $4)";
    private static final String VERSIONS = "select p.policy_id, " + VALUES
            + " from policy p where p.workspace_id = $1 and p.policy_id = $2"
            + " and ($3::integer is null or p.version < $3) order by p.version desc limit $4";

    private final Pool pool;

    PostgresBooks(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Shelf> lock(SqlConnection transaction, WorkspaceId workspace) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspace.value()))
                .chain(() -> newest(transaction, workspace));
    }

    @Override
    public Uni<Shelf> newest(WorkspaceId workspace) {
        return newest(pool, workspace);
    }

    private static Uni<Shelf> newest(SqlClient client, WorkspaceId workspace) {
        return client.preparedQuery(NEWEST)
                .execute(Tuple.of(workspace.value()))
                .map(rows -> ShelfRows.read(rows).values().stream().findFirst().orElseGet(() -> usual(workspace)));
    }

    @Override
    public Uni<Optional<Shelf>> at(Issue issue) {
        return read(pool, List.of(issue)).map(found -> Optional.ofNullable(found.get(issue)));
    }

    @Override
    public Uni<Map<WorkspaceId, Integer>> newestRevisions(SqlClient client, Collection<WorkspaceId> workspaces) {
        UUID[] ids = workspaces.stream().map(WorkspaceId::value).toArray(UUID[]::new);
        return client.preparedQuery(REVISIONS).execute(Tuple.of(ids)).map(rows -> {
            Map<WorkspaceId, Integer> newest = new HashMap<>();
            workspaces.forEach(workspace -> newest.put(workspace, 1));
            rows.forEach(row -> newest.put(new WorkspaceId(row.getUUID("workspace_id")), row.getInteger("revision")));
            return newest;
        });
    }

    @Override
    public Uni<Map<Issue, Shelf>> read(SqlClient client, Collection<Issue> issues) {
        Map<Issue, Shelf> read = new HashMap<>();
        issues.stream()
                .filter(issue -> issue.revision() == 1)
                .forEach(issue -> read.put(issue, usual(issue.workspace())));
        List<Issue> stored =
                issues.stream().filter(issue -> issue.revision() > 1).distinct().toList();
        if (stored.isEmpty()) {
            return Uni.createFrom().item(read);
        }
        UUID[] workspaces =
                stored.stream().map(issue -> issue.workspace().value()).toArray(UUID[]::new);
        Integer[] revisions = stored.stream().map(Issue::revision).toArray(Integer[]::new);
        return client.preparedQuery(READ)
                .execute(Tuple.of(workspaces, revisions))
                .map(rows -> {
                    read.putAll(ShelfRows.read(rows));
                    return read;
                });
    }

    @Override
    public Uni<Void> keep(SqlConnection transaction, WorkspaceId workspace, KeptPolicy policy) {
        KeptPolicy.@Nullable Trail trail = policy.trail();
        if (trail == null) {
            throw new IllegalArgumentException("The usual policy has no row");
        }
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.of(workspace.value(), policy.id(), policy.version())
                        .addString(policy.definition().name())
                        .addJsonObject(DefinitionJson.of(policy.definition()))
                        .addOffsetDateTime(trail.createdAt().atOffset(ZoneOffset.UTC))
                        .addOffsetDateTime(trail.changedAt().atOffset(ZoneOffset.UTC))
                        .addString(trail.changedBy()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> append(SqlConnection transaction, WorkspaceId workspace, Book book, Instant at) {
        return transaction
                .preparedQuery(APPEND)
                .execute(Tuple.of(
                        workspace.value(), book.revision(), ShelfRows.write(book), at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<KeptPolicy>> versions(WorkspaceId workspace, UUID id, @Nullable Integer before, int limit) {
        return pool.preparedQuery(VERSIONS)
                .execute(Tuple.of(workspace.value(), id, before, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map((Row row) -> ShelfRows.policy(row, row.getUUID("policy_id")))
                        .toList());
    }

    private static Shelf usual(WorkspaceId workspace) {
        return Shelf.of(Book.usual(workspace.value()), List.of(KeptPolicy.usual(workspace.value())));
    }
}
