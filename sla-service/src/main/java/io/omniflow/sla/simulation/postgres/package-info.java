/** Where simulations and what they found are stored: SQL and the shape of rows. No decision is taken here. */
@NullMarked
package io.omniflow.sla.simulation.postgres;

import org.jspecify.annotations.NullMarked;
