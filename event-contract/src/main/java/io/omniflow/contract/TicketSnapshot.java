package io.omniflow.contract;

import java.util.List;

/** A ticket's newest state with every fact a clock depends on; a reader that starts from nothing needs no older log. */
@EventType(value = "omniflow.ticket.snapshot.v1", topic = Topics.TICKET_SNAPSHOTS)
public record TicketSnapshot(TicketState ticket, List<ClockFact> clockFacts) {}
