package io.omniflow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One clock-relevant fact inside a snapshot: type and data as they were published, without the {@code ticket} state.
 * {@code time} is the event time, {@code sequence} the ticket's version it made.
 */
public record ClockFact(String type, Instant time, long sequence, String actor, boolean backfill, JsonNode data) {}
