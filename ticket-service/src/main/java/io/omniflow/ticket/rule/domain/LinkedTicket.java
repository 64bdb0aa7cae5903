package io.omniflow.ticket.rule.domain;

import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ticket a conversation is linked to, as far as rules look at it. */
public record LinkedTicket(TicketId id, @Nullable UUID teamId, Tags tags) {
    static LinkedTicket of(Ticket ticket) {
        return new LinkedTicket(ticket.id(), ticket.teamId(), ticket.tags());
    }
}
