package io.omniflow.ticket.conversation.domain;

/** How far a reply has come: taken here, then seen in the conversation by its echo, or given back by the channel. */
public enum Delivery {
    ACCEPTED,
    DELIVERED,
    FAILED
}
