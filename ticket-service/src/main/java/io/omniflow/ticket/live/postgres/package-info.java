/** The changes of the last hour in PostgreSQL. */
@NullMarked
package io.omniflow.ticket.live.postgres;

import org.jspecify.annotations.NullMarked;
