package io.omniflow.sla.clock;

import io.omniflow.sla.clock.domain.Fact;

/** A fact with the ticket it is about and where it came from. */
public record TicketFact(TicketKey ticket, Fact fact, Provenance provenance) {}
