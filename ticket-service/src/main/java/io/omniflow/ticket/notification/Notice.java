package io.omniflow.ticket.notification;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.notification.domain.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something an agent is to be told.
 *
 * @param data what the kind has to say, as JSON; a few short values
 * @param cause the event that is told; it is told to an agent once
 */
public record Notice(
        WorkspaceId workspace,
        UUID agent,
        Kind kind,
        UUID ticket,
        Instant at,
        String actor,
        Map<String, Object> data,
        UUID cause) {}
