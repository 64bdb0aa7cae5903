/** Lists and reports over clocks, with real PostgreSQL and Kafka. */
@NullMarked
package io.omniflow.sla.overview;

import org.jspecify.annotations.NullMarked;
