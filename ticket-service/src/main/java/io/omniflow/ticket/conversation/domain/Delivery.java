package io.omniflow.ticket.conversation.domain;

/** How far a reply has come: taken here, then seen in the conversation by its echo. */
public enum Delivery {
    ACCEPTED,
    DELIVERED,
    FAILED
}
