package io.omniflow.integration.link.kafka;

import io.omniflow.contract.TicketAnswer.CommandRejected;
import io.omniflow.contract.TicketAnswer.StateReported;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketState;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.integration.link.domain.Priority;
import io.omniflow.integration.link.domain.ReportedTicket;
import io.omniflow.integration.link.domain.TicketAnswer;
import io.omniflow.kit.inbox.ReceivedEvent;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Events of ticket-service read as answers to links. */
final class TicketAnswers {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private TicketAnswers() {}

    /** Empty for whatever is no answer to a command that correlates by an id. */
    static Optional<TicketAnswer> of(ReceivedEvent event) {
        Optional<LinkId> link = id(event.origin().correlationId()).map(LinkId::new);
        Optional<UUID> command = id(event.origin().causationId());
        if (link.isEmpty() || command.isEmpty()) {
            return Optional.empty();
        }
        return switch (event.data()) {
            case StateReported(TicketState ticket) ->
                Optional.of(new TicketAnswer.Reported(
                        event.workspace(), link.get(), command.get(), reported(ticket), ticket.mergedInto()));
            case CommandRejected(String _, io.omniflow.contract.Problem why) ->
                Optional.of(new TicketAnswer.Rejected(
                        event.workspace(),
                        link.get(),
                        command.get(),
                        new Problem(why.type(), why.status(), why.detail())));
            default -> Optional.empty();
        };
    }

    private static ReportedTicket reported(TicketState ticket) {
        return new ReportedTicket(ticket.number(), ticket.title(), ticket.description(), priority(ticket.priority()));
    }

    private static Priority priority(TicketPriority priority) {
        return switch (priority) {
            case LOW -> Priority.LOW;
            case NORMAL -> Priority.NORMAL;
            case HIGH -> Priority.HIGH;
            case URGENT -> Priority.URGENT;
        };
    }

    private static Optional<UUID> id(@Nullable String text) {
        return text == null || !ID.matcher(text).matches() ? Optional.empty() : Optional.of(UUID.fromString(text));
    }
}
