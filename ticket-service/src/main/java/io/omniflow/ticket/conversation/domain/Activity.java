package io.omniflow.ticket.conversation.domain;

/** Whether the inbox still works on a conversation. */
public enum Activity {
    OPEN,
    CLOSED
}
