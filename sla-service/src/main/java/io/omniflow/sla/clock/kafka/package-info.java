/** Ticket facts and watermarks in, SLA facts and escalations out. The only package that sees the event contract; nothing is decided. */
@NullMarked
package io.omniflow.sla.clock.kafka;

import org.jspecify.annotations.NullMarked;
