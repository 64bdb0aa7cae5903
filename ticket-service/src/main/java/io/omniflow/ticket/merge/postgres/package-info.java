/** What is kept of merges in PostgreSQL, and the moves of notes, conversations and replies. */
@NullMarked
package io.omniflow.ticket.merge.postgres;

import org.jspecify.annotations.NullMarked;
