package io.omniflow.sla.clock;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.domain.PolicyRef;
import io.omniflow.sla.clock.domain.Terms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Optional;
import java.util.Set;

/** The policies of workspaces, every version. */
public interface Policies {

    Uni<InForce> of(SqlClient client, Set<WorkspaceId> workspaces);

    /** Answers from what was read once for a whole batch. */
    interface InForce {
        /** The version a clock began under, or the newest for a clock that begins now. */
        Terms terms(WorkspaceId workspace, Optional<PolicyRef> begunUnder);
    }
}
