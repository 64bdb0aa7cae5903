package io.omniflow.sla.stale;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.stale.domain.StalePolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Copies of what workspaces say of stale tickets; who has said nothing has the defaults. */
public interface StalePolicies {

    record Version(WorkspaceId workspace, StalePolicy policy, long version) {}

    /** They stay as they are until the transaction ends. To be asked for before watches are locked. */
    Uni<Map<WorkspaceId, StalePolicy>> hold(SqlConnection transaction, Set<WorkspaceId> workspaces);

    /** Stores what is newer, and has every watch of those workspaces judged anew, whenever it was to be. */
    Uni<Void> keep(SqlConnection transaction, List<Version> versions);
}
