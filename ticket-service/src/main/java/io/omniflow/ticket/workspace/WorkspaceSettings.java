package io.omniflow.ticket.workspace;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The stored settings; a workspace that has set nothing has the defaults, at version 0. */
public interface WorkspaceSettings {
    /**
     * Whether a customer's message brings a Waiting or a Resolved ticket back to Open, and whether the clocks of a merged
     * ticket's destination count from the earlier opening.
     */
    record Settings(boolean reopenWaiting, boolean reopenResolved, boolean mergeTakesEarlierStart, long version) {
        public static final Settings DEFAULT = new Settings(true, true, false, 0);

        Settings at(long newVersion) {
            return new Settings(reopenWaiting, reopenResolved, mergeTakesEarlierStart, newVersion);
        }
    }

    Uni<Settings> read(WorkspaceId workspace);

    Uni<Settings> read(SqlConnection transaction, WorkspaceId workspace);

    /** Until the end of the transaction nobody else changes them. */
    Uni<Settings> lock(SqlConnection transaction, WorkspaceId workspace);

    /** Saves locked settings. */
    Uni<Void> save(SqlConnection transaction, WorkspaceId workspace, Settings settings);
}
