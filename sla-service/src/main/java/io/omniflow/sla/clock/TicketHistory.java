package io.omniflow.sla.clock;

import io.omniflow.sla.clock.domain.Terms;
import java.util.List;

/** The facts of a ticket, in order, and what its clocks are measured by. */
public record TicketHistory(List<TicketFact> facts, Terms terms) {}
