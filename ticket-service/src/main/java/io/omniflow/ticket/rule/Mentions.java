package io.omniflow.ticket.rule;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Whether whom a rule names is there. */
public interface Mentions {
    /** Those of the ids that are active agents, or teams that are not archived, of the workspace. */
    record Known(Set<UUID> teams, Set<UUID> agents) {}

    Uni<Known> known(SqlConnection transaction, WorkspaceId workspace, Collection<UUID> teams, Collection<UUID> agents);
}
