package io.omniflow.contract;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers of ticket-service to commands that made no fact of the ticket. They carry no sequence; {@code ce_causationid} names the command. */
public sealed interface TicketAnswer {

    /** {@code command} is the type of the command, here and below. */
    @EventType(value = "omniflow.ticket.command_rejected.v1", topic = Topics.TICKETS)
    record CommandRejected(String command, Problem problem) implements TicketAnswer {}

    /** The ticket already was as the command asked. */
    @EventType(value = "omniflow.ticket.command_unchanged.v1", topic = Topics.TICKETS)
    record CommandUnchanged(String command, TicketState ticket) implements TicketAnswer {}

    /** Answer to {@link TicketCommand.ReportState}. */
    @EventType(value = "omniflow.ticket.state_reported.v1", topic = Topics.TICKETS)
    record StateReported(TicketState ticket) implements TicketAnswer {}

    /** Answer to {@link TicketCommand.SetLinkState}: the issue is shown in another state now. The ticket itself stays as it is. */
    @EventType(value = "omniflow.ticket.link_state_set.v1", topic = Topics.TICKETS)
    record LinkStateSet(
            UUID linkId, @Nullable String before, @Nullable String after, TicketState ticket) implements TicketAnswer {}
}
