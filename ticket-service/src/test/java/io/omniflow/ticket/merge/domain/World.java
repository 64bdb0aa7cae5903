package io.omniflow.ticket.merge.domain;

import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where deeds are done for real: in memory, or in PostgreSQL. */
public interface World {
    /** When it was done; empty when it was refused or there is nothing to do it to. */
    Optional<Instant> attempt(Deed deed);

    Ticket ticket(TicketId id);

    /** The bodies by id. */
    Map<UUID, String> notes(TicketId id);
}
