package io.omniflow.ticket.notification;

import io.omniflow.ticket.notification.domain.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an agent was told. Number and title of the ticket are as they were then; {@code at} is the time of the fact. */
public record Notification(
        UUID id,
        Kind kind,
        UUID ticketId,
        long ticketNumber,
        String ticketTitle,
        Instant at,
        String actor,
        Map<String, Object> data,
        @Nullable Instant readAt,
        long version) {}
