/** Where facts, clocks and watermarks are stored: SQL and the shape of rows. No decision is taken here. */
@NullMarked
package io.omniflow.sla.clock.postgres;

import org.jspecify.annotations.NullMarked;
