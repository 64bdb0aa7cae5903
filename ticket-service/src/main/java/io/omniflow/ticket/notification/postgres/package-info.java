/** Feeds and their journal in PostgreSQL; a notice and the change its stream reads are one statement. */
@NullMarked
package io.omniflow.ticket.notification.postgres;

import org.jspecify.annotations.NullMarked;
