package io.omniflow.integration.incoming;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.incoming.domain.IncomingState;
import io.omniflow.integration.incoming.domain.IncomingWebhook;
import io.omniflow.integration.incoming.domain.Lane;
import io.omniflow.integration.incoming.domain.WebhookId;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored webhooks. */
public interface IncomingWebhooks {
    /** What became of one that was to be kept. */
    enum Keeping {
        KEPT,
        /** It came in before, however long ago. */
        KNOWN,
        /** Its connection is not there any more. */
        HOMELESS
    }

    /** In one statement, which is a transaction by itself. */
    Uni<Keeping> keep(Kept webhook);

    /** Of all workspaces, those with something to work off now. */
    Uni<List<Lane>> due(Instant now);

    /**
     * The oldest of those that wait, and the lane itself, locked until the transaction ends. Empty when none waits, the oldest
     * is not due yet, or somebody else is at this lane.
     */
    Uni<Optional<Kept>> takeFirst(SqlClient transaction, Lane lane, Instant now);

    /** Stores what became of one that {@link #takeFirst} gave. */
    Uni<Void> settle(SqlClient transaction, IncomingWebhook after);

    /** Stores a change of what {@code before} says, unless somebody else was first; then false. */
    Uni<Boolean> change(SqlClient transaction, IncomingWebhook before, IncomingWebhook after);

    Uni<Optional<IncomingWebhook>> find(WorkspaceId workspace, WebhookId id);

    /** Newest first, those before {@code before}; of one connection, in one state, or of all. */
    Uni<List<IncomingWebhook>> list(
            WorkspaceId workspace,
            @Nullable ConnectionId connection,
            @Nullable IncomingState state,
            @Nullable WebhookId before,
            int limit);

    /** Removes at most so many that came before and do not wait; tells how many. That they came is still known. */
    Uni<Integer> forget(Instant before, int most);

    /** Removes at most so many traces of what came over connections that are gone; tells how many. */
    Uni<Integer> forgetTraces(int most);
}
