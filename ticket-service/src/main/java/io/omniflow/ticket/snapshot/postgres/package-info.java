/** The queue of changed tickets and what a snapshot is made of, in PostgreSQL. */
@NullMarked
package io.omniflow.ticket.snapshot.postgres;

import org.jspecify.annotations.NullMarked;
