/** Conversations, messages and replies in PostgreSQL. */
@NullMarked
package io.omniflow.ticket.conversation.postgres;

import org.jspecify.annotations.NullMarked;
