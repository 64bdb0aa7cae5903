/** Tests of the plans PostgreSQL makes for lists. */
@NullMarked
package io.omniflow.ticket.lifecycle.postgres;

import org.jspecify.annotations.NullMarked;
