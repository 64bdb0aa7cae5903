package io.omniflow.ticket.lifecycle.kafka;

import io.omniflow.contract.TicketAnswer;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.kit.outbox.OutboundEvent;
import java.time.Instant;

/** Answers to commands as events. */
final class Answers {
    static final String SERVICE = "ticket-service";

    private Answers() {}

    static OutboundEvent to(ReceivedEvent command, TicketAnswer answer) {
        return to(command, answer, "system:" + SERVICE);
    }

    static OutboundEvent to(ReceivedEvent command, TicketAnswer answer, String actor) {
        return OutboundEvent.of(
                command.workspace(), command.subject(), answer, Instant.now(), null, command.causes(actor));
    }
}
