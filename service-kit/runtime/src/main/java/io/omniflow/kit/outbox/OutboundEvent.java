package io.omniflow.kit.outbox;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.time.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event to publish. {@code data} is a record of the contract and decides type and topic; the Kafka key is the
 * subject. {@code sequence} counts the facts of one subject without a gap, where the topic promises that.
 */
public record OutboundEvent(
        UUID id,
        WorkspaceId workspace,
        UUID subject,
        Object data,
        Instant time,
        @Nullable Long sequence,
        Origin origin,
        @Nullable UUID changeId,
        Position position,
        History history) {

    /** A live event that is a change of its own. */
    public static OutboundEvent of(
            WorkspaceId workspace, UUID subject, Object data, Instant time, @Nullable Long sequence, Origin origin) {
        return new OutboundEvent(
                Ids.next(), workspace, subject, data, time, sequence, origin, null, Position.LAST, History.LIVE);
    }
}
