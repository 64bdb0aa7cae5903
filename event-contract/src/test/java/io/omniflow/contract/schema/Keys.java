package io.omniflow.contract.schema;

import io.omniflow.contract.ConversationCommand;
import io.omniflow.contract.ConversationEvent;
import io.omniflow.contract.IntegrationEvent;
import io.omniflow.contract.MergeEvent;
import io.omniflow.contract.PublishedUpTo;
import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketSnapshot;
import java.util.Optional;
import java.util.UUID;

/** Which part of the data is the Kafka key; empty where only the headers tell it. */
final class Keys {
    private Keys() {}

    static Optional<String> of(Object event) {
        return switch (event) {
            case TicketEvent fact -> text(fact.ticket().id());
            case TicketAnswer.CommandUnchanged answer -> text(answer.ticket().id());
            case TicketAnswer.StateReported answer -> text(answer.ticket().id());
            case TicketAnswer.LinkStateSet answer -> text(answer.ticket().id());
            case TicketSnapshot snapshot -> text(snapshot.ticket().id());
            case TicketCommand command -> text(ticketOf(command));
            case MergeEvent merge -> text(destinationOf(merge));
            case IntegrationEvent integration -> text(integration.ticketId());
            case ConversationEvent conversation -> text(conversation.conversationId());
            case ConversationCommand.SendReply reply -> text(reply.conversationId());
            case PublishedUpTo watermark -> Optional.of(watermark.topic());
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(UUID id) {
        return Optional.of(id.toString());
    }

    private static UUID ticketOf(TicketCommand command) {
        return switch (command) {
            case TicketCommand.Merge merge -> merge.destination();
            case TicketCommand.UndoMerge undo -> undo.destination();
            case TicketCommand.ChangeStatus change -> change.ticketId();
            case TicketCommand.AddNote add -> add.ticketId();
            case TicketCommand.SetLinkState set -> set.ticketId();
            case TicketCommand.PingStale ping -> ping.ticketId();
            case TicketCommand.CloseStale close -> close.ticketId();
            case TicketCommand.Escalate escalate -> escalate.ticketId();
            case TicketCommand.ReportState report -> report.ticketId();
        };
    }

    private static UUID destinationOf(MergeEvent event) {
        return switch (event) {
            case MergeEvent.Requested requested -> requested.destination();
            case MergeEvent.Completed completed -> completed.destination();
            case MergeEvent.Rejected rejected -> rejected.destination();
            case MergeEvent.UndoRequested requested -> requested.destination();
            case MergeEvent.Undone undone -> undone.destination();
        };
    }
}
