package io.omniflow.ticket.lifecycle.domain;

/** Which of the ways a ticket came to be. */
public enum Source {
    API,
    MANUAL,
    CONVERSATION,
    AUTOMATION,
    IMPORT
}
