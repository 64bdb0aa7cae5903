package io.omniflow.sla.clock;

import io.omniflow.sla.clock.domain.Clock;
import java.util.List;

/**
 * The stored clocks of a ticket.
 *
 * @param ticketVersion the ticket's version that they reflect
 */
public record ClockSheet(long ticketVersion, List<Clock> clocks) {}
