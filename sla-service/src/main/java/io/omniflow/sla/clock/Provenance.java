package io.omniflow.sla.clock;

import java.util.UUID;

/** The event a fact came in, so that what the fact causes can name it. */
public record Provenance(UUID eventId, String correlationId) {}
