/**
 * What ticket-service tells, read once for every feature that follows something from it. A feature takes part by a
 * {@link io.omniflow.integration.facts.TicketFactTaker} in its own Kafka edge.
 */
@NullMarked
package io.omniflow.integration.facts;

import org.jspecify.annotations.NullMarked;
