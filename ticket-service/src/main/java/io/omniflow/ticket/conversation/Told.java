package io.omniflow.ticket.conversation;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.ticket.conversation.domain.ConversationFact;
import java.time.Instant;
import java.util.UUID;

/**
 * A fact of a conversation as somebody told it.
 *
 * @param at when it happened, by the word of whoever tells it
 * @param origin of what it causes
 * @param history whether it happens now or is told of the past, which sets off nothing
 */
public record Told(
        WorkspaceId workspace, UUID conversationId, ConversationFact fact, Instant at, Origin origin, History history) {
    public Told(WorkspaceId workspace, UUID conversationId, ConversationFact fact, Instant at, Origin origin) {
        this(workspace, conversationId, fact, at, origin, History.LIVE);
    }

    Told as(ConversationFact understood) {
        return new Told(workspace, conversationId, understood, at, origin, history);
    }
}
