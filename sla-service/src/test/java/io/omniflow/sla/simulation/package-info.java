/** Tests of simulations, through HTTP with facts from Kafka. */
@NullMarked
package io.omniflow.sla.simulation;

import org.jspecify.annotations.NullMarked;
