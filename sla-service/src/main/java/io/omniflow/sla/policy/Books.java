package io.omniflow.sla.policy;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.policy.domain.Book;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored policies, each version, and the order they are asked in, each revision. */
public interface Books {

    /** A workspace's order at one time. */
    record Issue(WorkspaceId workspace, int revision) {}

    /**
     * The newest, with the workspace's policies and calendars locked against every other change until the transaction ends.
     * Taken before any other lock of settings.
     */
    Uni<Shelf> lock(SqlConnection transaction, WorkspaceId workspace);

    /** The newest. */
    Uni<Shelf> newest(WorkspaceId workspace);

    /** An earlier one; empty when there never was such a revision. */
    Uni<Optional<Shelf>> at(Issue issue);

    /** The numbers of the newest revisions; 1 for a workspace that never changed anything. */
    Uni<Map<WorkspaceId, Integer>> newestRevisions(SqlClient client, Collection<WorkspaceId> workspaces);

    /** In one round trip; those that never were are left out. */
    Uni<Map<Issue, Shelf>> read(SqlClient client, Collection<Issue> issues);

    /** The next version of a policy, or its first. */
    Uni<Void> keep(SqlConnection transaction, WorkspaceId workspace, KeptPolicy policy);

    /** The next revision, by the holder of the lock. */
    Uni<Void> append(SqlConnection transaction, WorkspaceId workspace, Book book, Instant at);

    /** Newest first, older than the version {@code before}; without the usual one's first, which has no row. */
    Uni<List<KeptPolicy>> versions(WorkspaceId workspace, UUID id, @Nullable Integer before, int limit);
}
