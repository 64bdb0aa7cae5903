package io.omniflow.ticket.live;

import io.omniflow.ticket.lifecycle.ShownTicket;
import java.util.UUID;

/** What is told of a list's tickets. */
public sealed interface TicketNews {
    /** A ticket that matches has changed, or is new. */
    record Changed(ShownTicket ticket) implements TicketNews {}

    /** A ticket has changed and does not match; the listener may or may not have known it. */
    record Gone(UUID ticketId) implements TicketNews {}
}
