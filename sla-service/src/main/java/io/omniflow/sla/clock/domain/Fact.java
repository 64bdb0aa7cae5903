package io.omniflow.sla.clock.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fact of a ticket.
 *
 * @param sequence the ticket's version it made: the order of facts
 * @param at event time, never before the fact that precedes it
 * @param changeId shared by the facts of one request; null when the fact stands alone
 */
public record Fact(
        long sequence,
        Instant at,
        ActorKind actor,
        @Nullable UUID changeId,
        Place place,
        Telling telling,
        Happening happening) {}
