/** Tickets in PostgreSQL. Every statement carries the workspace; nothing here decides. */
@NullMarked
package io.omniflow.ticket.lifecycle.postgres;

import org.jspecify.annotations.NullMarked;
