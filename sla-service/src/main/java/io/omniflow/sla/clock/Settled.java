package io.omniflow.sla.clock;

import io.omniflow.sla.clock.domain.Measures;
import io.omniflow.sla.clock.domain.Reckoning;

/** What is to be kept about one ticket after a reckoning. */
public record Settled(TicketKey key, Reckoning reckoning, Measures measures, long toldSequence) {}
