package io.omniflow.ticket.conversation;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.conversation.domain.ConversationFact;
import io.omniflow.ticket.conversation.domain.Reply;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored replies. */
public interface Replies {
    /** Whether a message sent is the echo of a reply from here. */
    enum Echo {
        OF_NONE,
        FIRST,
        REPEATED
    }

    Uni<Void> add(SqlConnection transaction, WorkspaceId workspace, Reply reply);

    /** Notes the delivery of a reply, if it is one of this conversation. */
    Uni<Echo> delivered(SqlConnection transaction, WorkspaceId workspace, UUID conversation, UUID reply, Instant at);

    /** Notes that a reply of this conversation did not arrive; news the first time since it last did. */
    Uni<Mirrored.Novelty> failed(
            SqlConnection transaction, WorkspaceId workspace, UUID conversation, ConversationFact.ReplyFailed failed);

    Uni<Optional<Reply>> read(WorkspaceId workspace, UUID ticket, UUID reply);

    /** Newest first, older than the reply {@code before}. */
    Uni<List<Reply>> of(WorkspaceId workspace, UUID ticket, @Nullable UUID before, int limit);
}
