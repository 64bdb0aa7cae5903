package io.omniflow.ticket.lifecycle.rest;

import io.omniflow.ticket.conversation.ConvertConversation;
import io.omniflow.ticket.conversation.domain.TicketDraft;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Any field of a new ticket; what is left out comes from the conversation. */
@Schema(name = "ConvertConversation")
record ConvertRequest(
        @Nullable String title,
        @Nullable String description,
        @Nullable Priority priority,
        @Nullable Status status,
        @Nullable UUID teamId,
        @Nullable UUID assigneeId,
        @Nullable List<String> tags,
        @Nullable List<UUID> contactIds,
        @Nullable List<UUID> conversationIds,
        @Nullable Map<String, Object> customFields,
        @Nullable Boolean force) {
    static final String EXAMPLE = "{\"priority\": \"high\", \"tags\": [\"vip\"]}";

    private static final String TITLE_OF_CONVERSATION = "-";

    /** Fails with 422 and a pointer to each field that breaks a rule. */
    TicketDraft draft() {
        OpenTicketRequest open = new OpenTicketRequest(
                title == null ? TITLE_OF_CONVERSATION : title,
                description,
                priority,
                status,
                teamId,
                assigneeId,
                tags,
                contactIds,
                conversationIds,
                customFields,
                null);
        return new TicketDraft(Optional.ofNullable(title).map(String::strip), open.wanted());
    }

    ConvertConversation.Again again() {
        return force != null && force ? ConvertConversation.Again.NEW_TICKET : ConvertConversation.Again.FIRST_TICKET;
    }
}
