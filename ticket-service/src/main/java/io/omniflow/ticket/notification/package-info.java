/** The feeds of agents: what each is told of, and what each has read. Who is told of a fact is decided here, its words by others. */
@NullMarked
package io.omniflow.ticket.notification;

import org.jspecify.annotations.NullMarked;
