package io.omniflow.ticket.conversation.domain;

/** Where a conversation takes place. */
public enum Channel {
    EMAIL,
    CHAT,
    WHATSAPP,
    PHONE,
    SMS,
    SOCIAL,
    API
}
