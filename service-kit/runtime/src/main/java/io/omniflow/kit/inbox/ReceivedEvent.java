package io.omniflow.kit.inbox;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Position;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it arrived; {@code data} is a record of the contract. {@code time} is when it happened. {@code topic},
 * {@code partition} and {@code offset} tell where it was read.
 */
public record ReceivedEvent(
        UUID id,
        String type,
        String source,
        WorkspaceId workspace,
        UUID subject,
        Instant time,
        @Nullable Long sequence,
        Origin origin,
        @Nullable UUID changeId,
        Position position,
        History history,
        Object data,
        String topic,
        int partition,
        long offset) {

    /** The origin of an event that this one causes. */
    public Origin causes(String actor) {
        return new Origin(actor, origin.correlationId(), id.toString(), origin.traceParent(), origin.sourceAddress());
    }
}
