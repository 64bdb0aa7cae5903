/** What an escalation comes to for a ticket. Pure: no I/O, no clock. */
@NullMarked
package io.omniflow.ticket.escalation.domain;

import org.jspecify.annotations.NullMarked;
