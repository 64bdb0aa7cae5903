package io.omniflow.sla.clock;

import java.time.Instant;

/** A ticket with something to judge; {@code until} is how far its facts are known. */
public record DueTicket(TicketKey key, Instant until) {}
