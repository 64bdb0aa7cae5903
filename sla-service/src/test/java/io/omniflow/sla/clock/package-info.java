/** The service against real PostgreSQL and Kafka: facts go in as ticket-service would send them. */
@NullMarked
package io.omniflow.sla.clock;

import org.jspecify.annotations.NullMarked;
