package io.omniflow.ticket.conversation.rest;

import io.omniflow.kit.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The conversation may be left out where the ticket has only one. */
@Schema(name = "SendReply")
record ReplyRequest(@Nullable String body, @Nullable UUID conversationId) {
    static final String EXAMPLE = "{\"body\": \"We are on it.\"}";

    /** Fails with 422 when there is no text or too much. */
    String text() {
        List<FieldError> errors = new ArrayList<>();
        ConversationRules.body("/body", body, errors);
        ConversationRules.refuse(errors);
        return Objects.requireNonNull(body);
    }
}
