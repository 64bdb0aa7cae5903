package io.omniflow.ticket.timeline;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that happened. {@code data} is what the fact carried, without the state it led to. */
public record TimelineEntry(
        UUID id,
        Instant at,
        String service,
        String kind,
        String actor,
        @Nullable Long sequence,
        boolean backfill,
        String correlationId,
        Map<String, Object> data) {}
