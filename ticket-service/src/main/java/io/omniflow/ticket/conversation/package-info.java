/**
 * The mirror of the Unified Inbox, and the ways between a conversation and its ticket: convert, messages, replies. The inbox
 * owns the conversation; what is kept here is what it told, by Kafka or by REST. HTTP, SQL and Kafka are the edges'.
 */
@NullMarked
package io.omniflow.ticket.conversation;

import org.jspecify.annotations.NullMarked;
