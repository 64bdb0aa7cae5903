package io.omniflow.ticket.rule.domain;

import io.omniflow.ticket.lifecycle.domain.NewTicket;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import java.util.List;

/** What a rule comes to. */
public sealed interface Act {
    /** A condition is not met. */
    record Nothing() implements Act {}

    /** All conditions are met, and yet there is nothing to do. */
    record Skip(Outcome why) implements Act {}

    record Create(NewTicket wanted) implements Act {}

    record Change(TicketId ticket, List<Step> steps) implements Act {}
}
