/** What ops see of stale tickets: meters and their names, nothing else. */
@NullMarked
package io.omniflow.sla.stale.metrics;

import org.jspecify.annotations.NullMarked;
