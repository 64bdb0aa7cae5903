package io.omniflow.ticket.notification;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.notification.domain.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something about a ticket that whoever is responsible for it is to be told.
 *
 * @param data as that of {@link Notice}
 * @param cause the event that tells it
 */
public record Concern(
        WorkspaceId workspace,
        Kind kind,
        UUID ticket,
        Instant at,
        String actor,
        Map<String, Object> data,
        UUID cause) {}
