package io.omniflow.contract;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts of an inbox thread, told by the Unified Inbox. */
public sealed interface ConversationEvent {
    UUID conversationId();

    /** {@code inboxAddress} is the address, number or widget the customer wrote to; {@code language} an IETF tag. */
    @EventType(value = "omniflow.conversation.opened.v1", topic = Topics.CONVERSATIONS)
    record Opened(
            UUID conversationId,
            Channel channel,
            @Nullable String subject,
            @Nullable UUID contactId,
            @Nullable String externalId,
            List<String> tags,
            @Nullable String inboxAddress,
            @Nullable String language,
            @Nullable ContactCard contact)
            implements ConversationEvent {}

    @EventType(value = "omniflow.conversation.message_received.v1", topic = Topics.CONVERSATIONS)
    record MessageReceived(
            UUID conversationId,
            UUID messageId,
            @Nullable UUID contactId,
            @Size(max = Limits.TEXT_BYTES) String body) implements ConversationEvent {}

    /** {@code replyId} names the reply this message is the echo of. */
    @EventType(value = "omniflow.conversation.message_sent.v1", topic = Topics.CONVERSATIONS)
    record MessageSent(
            UUID conversationId,
            UUID messageId,
            @Nullable UUID replyId,
            @Nullable UUID agentId,
            @Size(max = Limits.TEXT_BYTES) String body)
            implements ConversationEvent {}

    /** The channel did not take a reply, or gave it back; {@code reason} is for the agent who wrote it. */
    @EventType(value = "omniflow.conversation.reply_failed.v1", topic = Topics.CONVERSATIONS)
    record ReplyFailed(UUID conversationId, UUID replyId, String reason) implements ConversationEvent {}

    @EventType(value = "omniflow.conversation.tags_changed.v1", topic = Topics.CONVERSATIONS)
    record TagsChanged(UUID conversationId, List<String> before, List<String> after) implements ConversationEvent {}

    @EventType(value = "omniflow.conversation.closed.v1", topic = Topics.CONVERSATIONS)
    record Closed(UUID conversationId) implements ConversationEvent {}
}
