/** Definitions of custom fields in PostgreSQL, remembered for a moment. Nothing here decides. */
@NullMarked
package io.omniflow.ticket.field.postgres;

import org.jspecify.annotations.NullMarked;
