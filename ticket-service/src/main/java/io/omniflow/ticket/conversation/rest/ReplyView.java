package io.omniflow.ticket.conversation.rest;

import io.omniflow.ticket.conversation.domain.Delivery;
import io.omniflow.ticket.conversation.domain.Reply;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Reply")
record ReplyView(
        UUID id,
        UUID ticketId,
        UUID conversationId,
        String body,
        String author,
        Instant createdAt,
        Delivery delivery,
        @Nullable Instant deliveredAt,
        @Nullable String failure) {
    static final String EXAMPLE = """
            {"id": "019ab3f1-4444-7c3f-8a4b-5c6d7e8f9a0b", "ticketId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f",
             "conversationId": "019ab3f0-1111-7b1e-8d2f-0a1b2c3d4e5f", "body": "We are on it.", "author": "agent:anna",
             "createdAt": "2026-11-24T09:05:00.000Z", "delivery": "accepted", "deliveredAt": null, "failure": null}""";
    static final String PAGE = "{\"items\": [" + EXAMPLE + "], \"nextCursor\": null}";

    static ReplyView of(Reply reply) {
        return new ReplyView(
                reply.id(),
                reply.ticketId(),
                reply.conversationId(),
                reply.body(),
                reply.author(),
                reply.createdAt(),
                reply.delivery(),
                reply.deliveredAt(),
                reply.failure());
    }

    /** Describes a page of replies to the readers of the API description. */
    @Schema(name = "ReplyPage")
    record ReplyPage(List<ReplyView> items, @Nullable String nextCursor) {}
}
