package io.omniflow.ticket.conversation.rest;

import io.omniflow.ticket.conversation.domain.Author;

/** Who a caller may say has written. */
enum MessageAuthor {
    CONTACT,
    AGENT;

    Author author() {
        return switch (this) {
            case CONTACT -> Author.CONTACT;
            case AGENT -> Author.AGENT;
        };
    }
}
