package io.omniflow.contract;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it stands after a fact. {@code version} is that fact's number; tags are sorted and in lower case. Values
 * of custom fields are JSON values. {@code channels} are those of the conversations linked, each once: told where the
 * conversations are others than before, and null elsewhere.
 */
public record TicketState(
        UUID id,
        @Min(1) long number,
        @Size(min = 1, max = Limits.TITLE_CHARACTERS) String title,
        @Nullable @Size(max = Limits.TEXT_BYTES) String description,
        TicketStatus status,
        TicketPriority priority,
        @Nullable UUID assigneeId,
        @Nullable UUID teamId,
        @Size(max = Limits.TAGS) List<@Size(min = 1, max = Limits.TAG_CHARACTERS) String> tags,
        List<UUID> contactIds,
        List<UUID> conversationIds,
        Map<String, Object> customFields,
        TicketSource source,
        @Nullable String externalId,
        @Nullable UUID mergedInto,
        @Min(1) long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant firstRespondedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        @Nullable List<Channel> channels) {

    public TicketState(
            UUID id,
            long number,
            String title,
            @Nullable String description,
            TicketStatus status,
            TicketPriority priority,
            @Nullable UUID assigneeId,
            @Nullable UUID teamId,
            List<String> tags,
            List<UUID> contactIds,
            List<UUID> conversationIds,
            Map<String, Object> customFields,
            TicketSource source,
            @Nullable String externalId,
            @Nullable UUID mergedInto,
            long version,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant firstRespondedAt,
            @Nullable Instant resolvedAt,
            @Nullable Instant closedAt) {
        this(
                id,
                number,
                title,
                description,
                status,
                priority,
                assigneeId,
                teamId,
                tags,
                contactIds,
                conversationIds,
                customFields,
                source,
                externalId,
                mergedInto,
                version,
                createdAt,
                updatedAt,
                firstRespondedAt,
                resolvedAt,
                closedAt,
                null);
    }
}
