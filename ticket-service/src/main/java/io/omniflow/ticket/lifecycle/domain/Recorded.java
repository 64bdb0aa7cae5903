package io.omniflow.ticket.lifecycle.domain;

import java.time.Instant;

/** A fact with the ticket as it is after it; the ticket's version is the fact's number. */
public record Recorded(Fact fact, Ticket after, Instant at) {}
