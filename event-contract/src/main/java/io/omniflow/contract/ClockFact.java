package io.omniflow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Min;
import java.time.Instant;

/**
 * One clock-relevant fact inside a snapshot: type and data as they were published, with two savings. Only {@code created}
 * keeps its {@code ticket} state, where the fold begins; and texts are null, since no clock reads them and a long
 * conversation would not fit into one event. {@code time} is the event time, {@code sequence} the ticket's version it
 * made.
 */
public record ClockFact(
        String type, Instant time, @Min(1) long sequence, String actor, boolean backfill, JsonNode data) {}
