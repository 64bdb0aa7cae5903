package io.omniflow.ticket.conversation.rest;

import io.omniflow.kit.problem.FieldError;
import io.omniflow.ticket.conversation.FeedConversations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message that was received from the contact or sent by an agent. */
@Schema(name = "TellMessage")
record MessageRequest(
        @Nullable String body,
        @Nullable MessageAuthor author,
        @Nullable UUID replyId) {
    static final String EXAMPLE = "{\"body\": \"It still fails.\", \"author\": \"contact\"}";

    /** @param under the pointer of the message itself */
    void check(String under, List<FieldError> errors) {
        ConversationRules.body(under + "/body", body, errors);
        if (author == null) {
            errors.add(new FieldError(under + "/author", "must be contact or agent"));
        }
        if (replyId != null && author == MessageAuthor.CONTACT) {
            errors.add(new FieldError(under + "/replyId", "goes with a message of an agent only"));
        }
    }

    /**
     * After {@link #check}.
     *
     * @param caller the agent the caller is
     */
    FeedConversations.NewMessage message(Optional<UUID> caller) {
        @Nullable UUID agent = author == MessageAuthor.AGENT ? caller.orElse(null) : null;
        return new FeedConversations.NewMessage(
                Objects.requireNonNull(author).author(), agent, replyId, Objects.requireNonNull(body));
    }
}
