/** Notes in PostgreSQL. */
@NullMarked
package io.omniflow.ticket.note.postgres;

import org.jspecify.annotations.NullMarked;
