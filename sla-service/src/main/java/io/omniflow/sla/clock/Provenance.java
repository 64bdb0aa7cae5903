package io.omniflow.sla.clock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The event a fact came in, so that what the fact causes can name it. */
public record Provenance(
        UUID eventId, String correlationId, @Nullable String traceParent) {}
