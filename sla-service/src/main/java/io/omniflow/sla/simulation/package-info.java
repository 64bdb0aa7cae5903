/**
 * A draft policy run over past tickets, as a job: what would have been missed. It reads facts and clocks and writes neither,
 * and tells nobody. What two outcomes differ in is in {@code domain}; SQL and the heartbeat are the edges'; its HTTP stands in
 * {@code policy.rest.simulation}, for its body is a policy's.
 */
@NullMarked
package io.omniflow.sla.simulation;

import org.jspecify.annotations.NullMarked;
