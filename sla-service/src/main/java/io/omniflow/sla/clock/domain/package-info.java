/**
 * The SLA clock as a pure fold: facts of a ticket in, clocks and their transitions out, in event time. No Uni, no
 * framework, no reading of the time of day; whoever asks brings the instant along.
 */
@NullMarked
package io.omniflow.sla.clock.domain;

import org.jspecify.annotations.NullMarked;
