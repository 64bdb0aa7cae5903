/** Contacts, agents and teams in PostgreSQL. Every statement carries the workspace. */
@NullMarked
package io.omniflow.ticket.directory.postgres;

import org.jspecify.annotations.NullMarked;
