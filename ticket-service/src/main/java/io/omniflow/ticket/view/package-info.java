/** Saved lists of tickets: who sees and keeps them, and the ports they need. HTTP, SQL and Kafka are the edges'. */
@NullMarked
package io.omniflow.ticket.view;

import org.jspecify.annotations.NullMarked;
