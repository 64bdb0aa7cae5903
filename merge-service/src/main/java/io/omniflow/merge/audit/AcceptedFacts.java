package io.omniflow.merge.audit;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.domain.Fact;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Facts that are safe in the database and not yet part of a chain. Which comes first in the chain is decided here, by order of acceptance. */
public interface AcceptedFacts {
    /** Adds in the order given, inside the caller's transaction. */
    Uni<Void> add(SqlConnection transaction, List<Fact> facts);

    /** Those of a workspace that wait, in no order. */
    Uni<List<Fact>> byIds(WorkspaceId workspace, List<UUID> ids);

    /** Workspaces with facts that wait. */
    Uni<List<WorkspaceId>> workspaces();

    /** How many facts of one workspace wait. */
    Uni<Long> count(WorkspaceId workspace);

    /** How many wait in all, counted up to a bound, and for how long the oldest has. */
    Uni<Backlog> backlog();

    record Backlog(long depth, Duration age) {}
}
