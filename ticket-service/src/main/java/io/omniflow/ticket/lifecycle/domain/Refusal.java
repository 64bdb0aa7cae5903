package io.omniflow.ticket.lifecycle.domain;

/** Why a change is refused. */
public sealed interface Refusal {
    /** A merged ticket takes no writes until its merge is undone. */
    record AlreadyMerged(TicketId destination) implements Refusal {}

    record TooManyTags() implements Refusal {}

    record TooManyContacts() implements Refusal {}

    record TooManyConversations() implements Refusal {}

    record TooManyCustomFields() implements Refusal {}

    record CustomFieldsTooLarge() implements Refusal {}
}
