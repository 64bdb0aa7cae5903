/** Conversation facts in and out, and what the inbox is asked to send. The only place here that sees the contract. */
@NullMarked
package io.omniflow.ticket.conversation.kafka;

import org.jspecify.annotations.NullMarked;
