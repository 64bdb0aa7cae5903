package io.omniflow.ticket.lifecycle.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a ticket is opened with. */
public record NewTicket(
        String title,
        @Nullable String description,
        Status status,
        Priority priority,
        @Nullable UUID assigneeId,
        @Nullable UUID teamId,
        Tags tags,
        List<UUID> contactIds,
        List<UUID> conversationIds,
        Map<String, Object> customFields,
        Source source,
        @Nullable String externalId) {

    public NewTicket withCustomFields(Map<String, Object> fields) {
        return new NewTicket(
                title,
                description,
                status,
                priority,
                assigneeId,
                teamId,
                tags,
                contactIds,
                conversationIds,
                fields,
                source,
                externalId);
    }
}
