/** Saved lists in PostgreSQL. */
@NullMarked
package io.omniflow.ticket.view.postgres;

import org.jspecify.annotations.NullMarked;
