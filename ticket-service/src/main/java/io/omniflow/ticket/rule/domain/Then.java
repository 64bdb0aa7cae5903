package io.omniflow.ticket.rule.domain;

/** What a rule does where its conditions hold. */
public sealed interface Then {
    record CreateTicket(Template createTicket) implements Then {}

    record ChangeTicket(Changes changeTicket) implements Then {}
}
