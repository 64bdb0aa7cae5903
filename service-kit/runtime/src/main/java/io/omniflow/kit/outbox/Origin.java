package io.omniflow.kit.outbox;

import org.jspecify.annotations.Nullable;

/**
 * Where an event comes from. {@code actor} is {@code kind:id}; {@code causationId} is the id of the event or command
 * that caused it.
 */
public record Origin(
        String actor, String correlationId, @Nullable String causationId) {}
