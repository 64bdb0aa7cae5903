package io.omniflow.ticket.rule;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.rule.domain.Rule;
import io.omniflow.ticket.rule.domain.Trigger;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored rules. Their order is that of position and id. */
public interface Rules {
    /** How many rules a workspace has, and the position behind all of them. */
    record Room(long taken, int next) {}

    /** A place in the order of a workspace's rules. */
    record Place(int position, UUID id) {}

    Uni<Room> room(SqlConnection transaction, WorkspaceId workspace);

    Uni<Void> insert(SqlConnection transaction, WorkspaceId workspace, Rule rule);

    Uni<Optional<Rule>> find(WorkspaceId workspace, UUID id);

    Uni<Optional<Rule>> lock(SqlConnection transaction, WorkspaceId workspace, UUID id);

    Uni<Void> replace(SqlConnection transaction, WorkspaceId workspace, Rule rule);

    /** With all that was remembered of it. */
    Uni<Void> remove(SqlConnection transaction, WorkspaceId workspace, UUID id);

    Uni<List<Rule>> behind(WorkspaceId workspace, @Nullable Place place, int limit);

    /** Those that are on and have the trigger, in their order. */
    Uni<List<Rule>> enabled(SqlConnection transaction, WorkspaceId workspace, Trigger trigger);
}
