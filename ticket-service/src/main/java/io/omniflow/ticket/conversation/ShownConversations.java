package io.omniflow.ticket.conversation;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.conversation.domain.Activity;
import io.omniflow.ticket.conversation.domain.Channel;
import io.omniflow.ticket.conversation.domain.Conversation;
import io.omniflow.ticket.conversation.domain.Message;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations and messages as they are shown. */
public interface ShownConversations {
    /** A conversation with the ticket it is linked to. */
    record Shown(Conversation conversation, @Nullable UUID ticketId) {}

    /** What a list is narrowed to; null narrows nothing. {@code subject} is a part of it, without regard to case. */
    record Filter(
            @Nullable Channel channel,
            @Nullable UUID contact,
            @Nullable Activity activity,
            @Nullable UUID ticket,
            @Nullable String subject) {}

    /** Where a page ends: opening or message time, then the id. */
    record Place(Instant at, UUID id) {}

    Uni<Optional<Shown>> find(SqlClient client, WorkspaceId workspace, UUID id);

    Uni<Optional<Shown>> find(WorkspaceId workspace, UUID id);

    /** Newest first by opening, behind the given place. */
    Uni<List<Shown>> matching(WorkspaceId workspace, Filter filter, @Nullable Place behind, int limit);

    /** Newest first, behind the given place. */
    Uni<List<Message>> messages(WorkspaceId workspace, UUID conversation, @Nullable Place behind, int limit);

    Uni<Optional<Message>> message(WorkspaceId workspace, UUID conversation, UUID message);
}
