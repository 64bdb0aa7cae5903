package io.omniflow.sla.stale;

import io.omniflow.sla.clock.TicketKey;

/** What ops want to see of stale tickets. */
public interface StaleObservations {

    void pinged();

    /** A ping reached nobody; the ticket is not closed. */
    void missed(TicketKey ticket, String reason);

    void closed();
}
