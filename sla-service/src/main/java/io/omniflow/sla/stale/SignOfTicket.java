package io.omniflow.sla.stale;

import io.omniflow.sla.clock.Provenance;
import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.stale.domain.Sign;

/** A sign with the ticket it is about and the event it came in. */
public record SignOfTicket(TicketKey ticket, Sign sign, Provenance provenance) {}
