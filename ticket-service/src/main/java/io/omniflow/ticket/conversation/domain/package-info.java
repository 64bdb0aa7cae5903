/** What a conversation is and what becomes of it. Pure: times and ids come in as values. */
@NullMarked
package io.omniflow.ticket.conversation.domain;

import org.jspecify.annotations.NullMarked;
