package io.omniflow.ticket.rule;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.ticket.rule.domain.Trigger;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes note of what rules are to look at, in the transaction of the fact; they look at it when that is committed. */
public interface Triggers {
    /**
     * @param message of a message that was received
     * @param addedTags of tags that were added
     * @param origin of what rules do about it; its actor is of no account
     * @param behind the rules whose acts led here, oldest first
     */
    record Occasion(
            WorkspaceId workspace,
            UUID conversation,
            Trigger trigger,
            @Nullable UUID message,
            List<String> addedTags,
            Instant at,
            Origin origin,
            List<UUID> behind) {}

    /** One statement; it writes nothing where the workspace has no enabled rule of the trigger. */
    Uni<Void> note(SqlConnection transaction, Occasion occasion);
}
