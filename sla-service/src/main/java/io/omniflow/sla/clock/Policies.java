package io.omniflow.sla.clock;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.domain.Terms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The policies of workspaces, every revision of all of them together. */
public interface Policies {

    /**
     * Reads for a whole batch.
     *
     * @param revisionsNeeded those that tickets of a workspace are pinned to; the newest comes along unasked
     */
    Uni<InForce> of(SqlClient client, Map<WorkspaceId, Set<Integer>> revisionsNeeded);

    /** Answers from what was read. */
    interface InForce {

        /**
         * @param revision empty for the newest, by which what begins now is measured
         * @throws IllegalArgumentException for a revision that was not asked for
         */
        Terms terms(WorkspaceId workspace, OptionalInt revision);
    }
}
