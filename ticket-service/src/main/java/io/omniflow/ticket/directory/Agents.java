package io.omniflow.ticket.directory;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored agents. */
public interface Agents {
    /** The agent whose subject, or else whose id, the caller's subject is; what was found is good for some seconds. */
    Uni<Optional<UUID>> ofCaller(WorkspaceId ws, Caller caller);

    /** The teams the caller's agent is limited to; empty when it is not limited, or there is none. As good as {@link #ofCaller}. */
    Uni<Optional<Set<UUID>>> limits(WorkspaceId workspace, Caller caller);

    /** The same by the subject alone, for whoever holds a connection already. */
    Uni<Optional<Set<UUID>>> limits(SqlConnection transaction, WorkspaceId workspace, String subject);

    /** Forgets in this replica which agents callers are. */
    void forgetCallers();

    Uni<Optional<Agent>> find(WorkspaceId workspace, UUID id);

    /** In the order of their ids, behind the one given. */
    Uni<List<Agent>> all(WorkspaceId workspace, @Nullable UUID behind, int limit);

    Uni<Optional<Agent>> lock(SqlConnection transaction, WorkspaceId workspace, UUID id);

    /** Those of the names that stand for somebody there; each comes with the id it would have otherwise. */
    Uni<Map<String, UUID>> named(SqlConnection transaction, WorkspaceId workspace, Map<String, UUID> names);

    /** Those whose id is free are stored and come back. */
    Uni<List<Agent>> addMissing(SqlConnection transaction, WorkspaceId workspace, List<Agent> agents);

    /** Fails with 409 when the id or the subject is taken. */
    Uni<Void> add(SqlConnection transaction, WorkspaceId workspace, Agent agent);

    /** Of a locked row; fails with 409 when the subject is taken. */
    Uni<Void> save(SqlConnection transaction, WorkspaceId workspace, Agent agent);
}
