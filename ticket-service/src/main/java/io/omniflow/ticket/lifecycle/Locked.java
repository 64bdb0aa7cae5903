package io.omniflow.ticket.lifecycle;

import io.omniflow.ticket.lifecycle.domain.Ticket;
import java.time.Instant;

/** A ticket whose row is locked, and the time by the database's clock taken after that, in milliseconds. */
public record Locked(Ticket ticket, Instant now) {}
