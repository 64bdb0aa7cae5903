/** Settings in PostgreSQL. */
@NullMarked
package io.omniflow.ticket.workspace.postgres;

import org.jspecify.annotations.NullMarked;
