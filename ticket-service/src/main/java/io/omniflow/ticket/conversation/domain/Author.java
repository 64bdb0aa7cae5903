package io.omniflow.ticket.conversation.domain;

/** Who wrote a message. What an automation sends is no answer of an agent. */
public enum Author {
    CONTACT,
    AGENT,
    AUTOMATION
}
