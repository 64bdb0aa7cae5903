package io.omniflow.ticket.notification;

import io.omniflow.kit.identity.WorkspaceId;
import java.time.Instant;
import java.util.UUID;

/**
 * A note as it was written or edited.
 *
 * @param before empty for a new one
 * @param cause the event that tells it
 */
public record WrittenNote(
        WorkspaceId workspace,
        UUID ticket,
        UUID note,
        String before,
        String after,
        Instant at,
        String actor,
        UUID cause) {}
