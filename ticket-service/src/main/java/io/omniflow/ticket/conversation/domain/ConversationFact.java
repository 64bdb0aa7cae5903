package io.omniflow.ticket.conversation.domain;

import io.omniflow.ticket.lifecycle.domain.Tags;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened in a conversation. */
public sealed interface ConversationFact {
    record Opened(Opening opening) implements ConversationFact {}

    record MessageReceived(UUID messageId, @Nullable UUID contactId, String body) implements ConversationFact {}

    /** {@code author} is an agent or an automation; {@code replyId} names the reply this message is the echo of. */
    record MessageSent(
            UUID messageId,
            Author author,
            @Nullable UUID agentId,
            @Nullable UUID replyId,
            String body) implements ConversationFact {}

    /** The channel did not take the reply, or gave it back. */
    record ReplyFailed(UUID replyId, String reason) implements ConversationFact {}

    record TagsChanged(Tags before, Tags after) implements ConversationFact {}

    record Closed() implements ConversationFact {}
}
