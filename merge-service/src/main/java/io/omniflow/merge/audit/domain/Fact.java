package io.omniflow.merge.audit.domain;

import io.omniflow.kit.identity.WorkspaceId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in one of the services.
 *
 * @param id the id of the event that told it; it becomes the id of the entry
 * @param kind what happened, as the list of events names it: {@code status_changed}, {@code clock_breached}
 * @param actor who did it, {@code kind:id}
 * @param at when it happened; to the millisecond, as events say it
 * @param payload canonical JSON (RFC 8785) of everything else: before, after, details, origin
 */
public record Fact(
        WorkspaceId workspace,
        UUID id,
        @Nullable UUID ticketId,
        String kind,
        String actor,
        Instant at,
        String service,
        @Nullable UUID mergeId,
        String correlationId,
        String payload) {
    /** A checkpoint is a fact as well, and the one fact that does not call for another checkpoint. */
    public static final String CHECKPOINT = "audit_checkpointed";
}
