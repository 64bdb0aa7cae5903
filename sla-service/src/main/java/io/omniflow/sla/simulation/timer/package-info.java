/** When simulations go on, and old ones go: a heartbeat. Not what they do. */
@NullMarked
package io.omniflow.sla.simulation.timer;

import org.jspecify.annotations.NullMarked;
