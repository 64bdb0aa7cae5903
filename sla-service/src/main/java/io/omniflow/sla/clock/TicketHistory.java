package io.omniflow.sla.clock;

import io.omniflow.sla.clock.domain.Measures;
import java.util.List;

/** The facts of a ticket, in order, and what its clocks are measured by. */
public record TicketHistory(List<TicketFact> facts, Measures measures) {}
