package io.omniflow.ticket.conversation;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.conversation.domain.Channel;
import io.omniflow.ticket.conversation.domain.Conversation;
import io.omniflow.ticket.conversation.domain.Message;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Optional;
import java.util.UUID;

/**
 * The stored conversations, for writing. Whoever locks a conversation and a ticket takes the conversation first, so that two
 * never wait for each other.
 */
public interface Conversations {
    /** Empty when the mirror does not know it. */
    Uni<Optional<Conversation>> lock(SqlConnection transaction, WorkspaceId workspace, UUID id);

    /** Puts {@code stub} in where the mirror does not know the conversation yet. */
    Uni<Conversation> lockOrMake(SqlConnection transaction, WorkspaceId workspace, Conversation stub);

    /** Saves a locked conversation. */
    Uni<Void> save(SqlConnection transaction, WorkspaceId workspace, Conversation conversation);

    /** What came of adding a message. */
    enum Added {
        NEW,
        KNOWN
    }

    /** A message id that is there already changes nothing. */
    Uni<Added> addMessage(SqlConnection transaction, WorkspaceId workspace, Message message);

    Uni<Optional<Message>> message(SqlConnection transaction, WorkspaceId workspace, UUID conversation, UUID message);

    /** The text of the oldest message. */
    Uni<Optional<String>> firstMessage(SqlConnection transaction, WorkspaceId workspace, UUID conversation);

    /** The ticket the conversation is linked to, as it is right now. */
    Uni<Optional<UUID>> ticketOf(SqlConnection transaction, WorkspaceId workspace, UUID conversation);

    /** The conversation an external id belongs to: {@code wanted}, unless another has come with it before. */
    Uni<UUID> claim(SqlConnection transaction, WorkspaceId workspace, Channel channel, String externalId, UUID wanted);
}
