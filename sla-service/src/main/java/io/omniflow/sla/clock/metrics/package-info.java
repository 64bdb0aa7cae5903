/** What ops see of the clocks: meters and their names, nothing else. */
@NullMarked
package io.omniflow.sla.clock.metrics;

import org.jspecify.annotations.NullMarked;
