/** Timelines and read models in PostgreSQL: several rows a statement, in one order, so that batches do not deadlock. */
@NullMarked
package io.omniflow.ticket.timeline.postgres;

import org.jspecify.annotations.NullMarked;
