package io.omniflow.ticket.conversation.rest;

import io.omniflow.ticket.conversation.ShownConversations;
import io.omniflow.ticket.conversation.domain.Activity;
import io.omniflow.ticket.conversation.domain.Channel;
import io.omniflow.ticket.conversation.domain.Conversation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A conversation as the API shows it; without a channel as long as the inbox has told of its messages only. */
@Schema(name = "Conversation")
record ConversationView(
        UUID id,
        @Nullable Channel channel,
        @Nullable String subject,
        @Nullable UUID contactId,
        @Nullable String externalId,
        @Nullable String inboxAddress,
        @Nullable String language,
        List<String> tags,
        Activity state,
        @Nullable UUID ticketId,
        Instant openedAt,
        @Nullable Instant lastMessageAt,
        long version) {
    static final String EXAMPLE = """
            {"id": "019ab3f0-1111-7b1e-8d2f-0a1b2c3d4e5f", "channel": "email", "subject": "Payment declined",
             "contactId": "019ab3f0-2222-7b1e-8d2f-0a1b2c3d4e5f", "externalId": "mail-88121",
             "inboxAddress": "support@shop.example", "language": "en", "tags": ["billing"], "state": "open",
             "ticketId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f", "openedAt": "2026-11-24T08:58:00.000Z",
             "lastMessageAt": "2026-11-24T08:58:00.000Z", "version": 2}""";
    static final String PAGE = "{\"items\": [" + EXAMPLE + "], \"nextCursor\": null}";

    static ConversationView of(ShownConversations.Shown shown) {
        Conversation conversation = shown.conversation();
        return new ConversationView(
                conversation.id(),
                conversation.channel(),
                conversation.subject(),
                conversation.contactId(),
                conversation.externalId(),
                conversation.inboxAddress(),
                conversation.language(),
                conversation.tags().values(),
                conversation.activity(),
                shown.ticketId(),
                conversation.openedAt(),
                conversation.lastMessageAt(),
                conversation.version());
    }

    /** Describes a page of conversations to the readers of the API description. */
    @Schema(name = "ConversationPage")
    record ConversationPage(
            List<ConversationView> items, @Nullable String nextCursor) {}
}
