/** Ticket facts in the published language, and commands from other services. The only place that sees the contract. */
@NullMarked
package io.omniflow.ticket.lifecycle.kafka;

import org.jspecify.annotations.NullMarked;
