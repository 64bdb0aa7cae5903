/** Staged lines, progress and what was imported before, in PostgreSQL. */
@NullMarked
package io.omniflow.ticket.imports.postgres;

import org.jspecify.annotations.NullMarked;
