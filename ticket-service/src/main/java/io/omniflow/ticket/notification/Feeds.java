package io.omniflow.ticket.notification;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where agents are told things. */
public interface Feeds {
    /**
     * Tells each notice in the caller's transaction, once: what the same cause has told an agent before stays as it is.
     *
     * @return the agents that have theirs, now or from before. Who is not active is told nothing, nor is anybody of what he did
     *     himself, or of a ticket that is not there, for anybody or for an agent limited to teams
     */
    Uni<Set<UUID>> add(SqlConnection transaction, List<Notice> notices);

    /**
     * A breach that was none after all.
     *
     * @param breach what the data of its notices has in it
     */
    record Withdrawal(WorkspaceId workspace, UUID ticket, Map<String, Object> breach) {}

    /** Marks what agents were told of these breaches, in its data as {@code withdrawn}, and tells the streams. */
    Uni<Void> withdraw(SqlConnection transaction, List<Withdrawal> withdrawals);

    /** Throws away what is older than 90 days. */
    Uni<Void> sweep();
}
