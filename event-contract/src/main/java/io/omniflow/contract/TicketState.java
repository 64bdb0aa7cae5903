package io.omniflow.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it stands after a fact. {@code version} is that fact's number; tags are sorted and in lower case. Values
 * of custom fields are JSON values.
 */
public record TicketState(
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
        @Nullable Instant closedAt) {}
