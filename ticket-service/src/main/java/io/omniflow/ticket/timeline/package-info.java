/** What happened to a ticket, told by all services, and the read models kept from their events. No decision is made here. */
@NullMarked
package io.omniflow.ticket.timeline;

import org.jspecify.annotations.NullMarked;
