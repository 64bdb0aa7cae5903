package io.omniflow.ticket.view;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored views. */
public interface Views {
    /** Whose views are asked for. */
    record Sight(String subject, Set<UUID> teams, Teams reach) {
        /** Which views of teams are seen. */
        public enum Teams {
            OWN,
            ALL
        }
    }

    Uni<Void> insert(SqlConnection transaction, WorkspaceId workspace, View view);

    Uni<Optional<View>> find(WorkspaceId workspace, UUID id);

    /** With its row locked. */
    Uni<Optional<View>> lock(SqlConnection transaction, WorkspaceId workspace, UUID id);

    Uni<Void> replace(SqlConnection transaction, WorkspaceId workspace, View view);

    Uni<Void> remove(SqlConnection transaction, WorkspaceId workspace, UUID id);

    /** Oldest first, younger than the view {@code after}. */
    Uni<List<View>> seen(WorkspaceId workspace, Sight sight, @Nullable UUID after, int limit);

    /** Those of some ids that are there. */
    Uni<List<View>> some(WorkspaceId workspace, Collection<UUID> ids);
}
