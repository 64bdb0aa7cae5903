package io.omniflow.ticket.conversation;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.conversation.domain.Conversation;
import io.omniflow.ticket.conversation.domain.Reply;
import java.util.Optional;
import java.util.UUID;

/** The conversation's side in the published language. */
public interface ConversationEvents {
    OutboundEvent of(Told told);

    /**
     * Asks the inbox to send a reply on the channel the conversation came by.
     *
     * @param agent the author, where he is known by id
     * @return empty when the channel is not known yet
     */
    Optional<OutboundEvent> sendReply(
            WorkspaceId workspace, Conversation conversation, Reply reply, Optional<UUID> agent, Origin origin);
}
