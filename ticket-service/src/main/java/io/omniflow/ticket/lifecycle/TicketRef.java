package io.omniflow.ticket.lifecycle;

import io.omniflow.ticket.lifecycle.domain.TicketId;

/** How a caller names a ticket. */
public sealed interface TicketRef {
    record ById(TicketId id) implements TicketRef {}

    record ByNumber(long number) implements TicketRef {}
}
