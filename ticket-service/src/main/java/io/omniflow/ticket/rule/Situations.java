package io.omniflow.ticket.rule;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.rule.domain.Situation;
import io.omniflow.ticket.rule.domain.Trigger;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What rules look at, without calendars. */
public interface Situations {
    /** Empty when there is no such conversation. */
    Uni<Optional<Situation>> of(SqlConnection transaction, Triggers.Occasion occasion);

    /** Conversations opened since then as a trigger would have found them last, newest first. */
    Uni<List<Situation>> recent(WorkspaceId workspace, Trigger trigger, Instant since, int limit);

    /** Whether a rule may make a ticket of a conversation. */
    enum Claim {
        GRANTED,
        MADE_BEFORE
    }

    /** A rule makes at most one ticket of a conversation. */
    Uni<Claim> claim(SqlConnection transaction, WorkspaceId workspace, UUID rule, UUID conversation);

    /** The conversations of which a rule has made a ticket. */
    Uni<Set<UUID>> claimed(WorkspaceId workspace, UUID rule, List<UUID> conversations);
}
