package io.omniflow.contract;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asked of the Unified Inbox: replies leave on the channel the conversation came by. */
public sealed interface ConversationCommand {

    /** Subject, {@code externalId}, {@code inboxAddress} and {@code recipient} are those the conversation came with. */
    @EventType(value = "omniflow.conversation-command.send_reply.v1", topic = Topics.CONVERSATION_COMMANDS)
    record SendReply(
            UUID conversationId,
            UUID ticketId,
            UUID replyId,
            Channel channel,
            @Nullable UUID contactId,
            @Size(max = Limits.TEXT_BYTES) String body,
            @Nullable String subject,
            @Nullable String externalId,
            @Nullable String inboxAddress,
            @Nullable ContactCard recipient,
            @Nullable UUID agentId)
            implements ConversationCommand {}
}
