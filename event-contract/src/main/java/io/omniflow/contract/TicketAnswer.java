package io.omniflow.contract;

/** Answers of ticket-service to commands that made no fact. They carry no sequence; {@code ce_causationid} names the command. */
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
}
