package io.omniflow.sla.simulation;

import io.omniflow.sla.policy.Sketch;
import io.omniflow.sla.simulation.domain.Scope;
import java.time.Instant;

/**
 * What is to be simulated.
 *
 * @param period of the tickets' creation
 * @param asOf how far facts are taken and clocks judged, whenever that happens
 */
public record Wish(Sketch sketch, Scope scope, Period period, Instant asOf) {}
