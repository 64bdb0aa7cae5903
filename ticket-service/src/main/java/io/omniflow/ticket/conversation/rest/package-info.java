/** Conversations and replies over HTTP: requests are read and checked, answers shown. Nothing is decided here. */
@NullMarked
package io.omniflow.ticket.conversation.rest;

import org.jspecify.annotations.NullMarked;
