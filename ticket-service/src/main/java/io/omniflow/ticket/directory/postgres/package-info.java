/** The people of a workspace in PostgreSQL. */
@NullMarked
package io.omniflow.ticket.directory.postgres;

import org.jspecify.annotations.NullMarked;
