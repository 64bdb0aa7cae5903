/**
 * How a ticket's clocks would have come out under a draft, and the sums over tickets. No Uni, no framework, no reading of the
 * time of day; the clocks themselves are {@code clock.domain}'s.
 */
@NullMarked
package io.omniflow.sla.simulation.domain;

import org.jspecify.annotations.NullMarked;
