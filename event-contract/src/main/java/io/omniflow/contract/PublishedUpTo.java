package io.omniflow.contract;

import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;

/**
 * How far the ticket facts are published: every fact with an event time before {@code through} that is not backfill
 * lies before {@code nextOffsets[p]} in partition {@code p} of the ticket topic.
 */
@EventType(value = "omniflow.ticket.published_up_to.v1", topic = Topics.TICKET_WATERMARKS)
public record PublishedUpTo(String topic, Instant through, List<@Min(0) Long> nextOffsets) {}
