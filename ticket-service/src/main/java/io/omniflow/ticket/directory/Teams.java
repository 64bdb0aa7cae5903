package io.omniflow.ticket.directory;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored teams. A name is unique, without regard to case, among those not archived. */
public interface Teams {
    Uni<Optional<Team>> find(WorkspaceId workspace, UUID id);

    /** In the order of their ids, behind the one given. */
    Uni<List<Team>> all(WorkspaceId workspace, @Nullable UUID behind, int limit);

    /** Those of the ids that are teams which are not archived, and will not be before the transaction ends. */
    Uni<Set<UUID>> existing(SqlConnection transaction, WorkspaceId workspace, Collection<UUID> ids);

    Uni<Optional<Team>> lock(SqlConnection transaction, WorkspaceId workspace, UUID id);

    /** Those of the names that stand for somebody there; each comes with the id it would have otherwise. */
    Uni<Map<String, UUID>> named(SqlConnection transaction, WorkspaceId workspace, Map<String, UUID> names);

    /** Those whose id and name are free are stored and come back. */
    Uni<List<Team>> addMissing(SqlConnection transaction, WorkspaceId workspace, List<Team> teams);

    /** Fails with 409 when the id or the name is taken. */
    Uni<Void> add(SqlConnection transaction, WorkspaceId workspace, Team team);

    /** Of a locked row; fails with 409 when the name is taken. */
    Uni<Void> save(SqlConnection transaction, WorkspaceId workspace, Team team);
}
