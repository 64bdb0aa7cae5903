/** Opening, reading and changing tickets: one use case a file, and the ports they need. HTTP, SQL and Kafka are the edges'. */
@NullMarked
package io.omniflow.ticket.lifecycle;

import org.jspecify.annotations.NullMarked;
