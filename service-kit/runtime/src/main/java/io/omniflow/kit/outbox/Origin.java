package io.omniflow.kit.outbox;

import org.jspecify.annotations.Nullable;

/**
 * Where an event comes from. {@code actor} is {@code kind:id}; {@code causationId} is the id of the event or command
 * that caused it; {@code traceParent} is the trace that goes on with it (W3C), null for that of the request at hand;
 * {@code sourceAddress} is the network address of the request that set it off, null where none did.
 */
public record Origin(
        String actor,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceParent,
        @Nullable String sourceAddress) {

    public Origin(String actor, String correlationId, @Nullable String causationId, @Nullable String traceParent) {
        this(actor, correlationId, causationId, traceParent, null);
    }

    public Origin(String actor, String correlationId, @Nullable String causationId) {
        this(actor, correlationId, causationId, null, null);
    }
}
