package io.omniflow.ticket.rule.domain;

/** What makes a rule look at a conversation. */
public enum Trigger {
    CONVERSATION_OPENED,
    /** A contact has written. */
    MESSAGE_RECEIVED,
    /** On the conversation, or on the ticket it is linked to. */
    TAG_ADDED
}
