package io.omniflow.sla.clock;

import io.omniflow.sla.clock.domain.Reckoning;
import io.omniflow.sla.clock.domain.Terms;

/** What is to be kept about one ticket after a reckoning. */
public record Settled(TicketKey key, Reckoning reckoning, Terms terms, long toldSequence) {}
