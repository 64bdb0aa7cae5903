package io.omniflow.ticket.conversation.rest;

import io.omniflow.ticket.conversation.domain.Author;
import io.omniflow.ticket.conversation.domain.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Message")
record MessageView(
        UUID id,
        UUID conversationId,
        Author author,
        @Nullable UUID authorId,
        String body,
        @Nullable UUID replyId,
        Instant at,
        Instant recordedAt) {
    static final String EXAMPLE = """
            {"id": "019ab3f0-3333-7b1e-8d2f-0a1b2c3d4e5f", "conversationId": "019ab3f0-1111-7b1e-8d2f-0a1b2c3d4e5f",
             "author": "contact", "authorId": "019ab3f0-2222-7b1e-8d2f-0a1b2c3d4e5f", "body": "It still fails.",
             "replyId": null, "at": "2026-11-24T09:39:00.000Z", "recordedAt": "2026-11-24T09:39:00.120Z"}""";
    static final String PAGE = "{\"items\": [" + EXAMPLE + "], \"nextCursor\": null}";

    /** A message never changes. */
    static final long VERSION = 1;

    static MessageView of(Message message) {
        return new MessageView(
                message.id(),
                message.conversationId(),
                message.author(),
                message.authorId(),
                message.body(),
                message.replyId(),
                message.at(),
                message.recordedAt());
    }

    /** Describes a page of messages to the readers of the API description. */
    @Schema(name = "MessagePage")
    record MessagePage(List<MessageView> items, @Nullable String nextCursor) {}
}
