package io.omniflow.sla.clock;

/**
 * A fact as it arrives.
 *
 * @param partition of the ticket topic; how far that partition is known decides when deadlines are judged
 */
public record Arrival(TicketFact fact, int partition) {}
