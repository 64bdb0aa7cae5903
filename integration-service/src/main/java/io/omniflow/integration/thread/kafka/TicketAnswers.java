package io.omniflow.integration.thread.kafka;

import io.omniflow.contract.TicketAnswer.CommandRejected;
import io.omniflow.contract.TicketAnswer.StateReported;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketState;
import io.omniflow.contract.TicketStatus;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.link.domain.Priority;
import io.omniflow.integration.thread.domain.Progress;
import io.omniflow.integration.thread.domain.ThreadId;
import io.omniflow.integration.thread.domain.TicketAnswer;
import io.omniflow.integration.thread.domain.TicketCard;
import io.omniflow.kit.inbox.ReceivedEvent;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Events of ticket-service read as answers to threads. */
final class TicketAnswers {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private TicketAnswers() {}

    /** Empty for whatever is no answer to a command that correlates by an id. */
    static Optional<TicketAnswer> of(ReceivedEvent event) {
        Optional<ThreadId> thread = id(event.origin().correlationId()).map(ThreadId::new);
        Optional<UUID> command = id(event.origin().causationId());
        if (thread.isEmpty() || command.isEmpty()) {
            return Optional.empty();
        }
        return switch (event.data()) {
            case StateReported(TicketState ticket) ->
                Optional.of(new TicketAnswer.Reported(
                        event.workspace(), thread.get(), command.get(), card(ticket), ticket.mergedInto()));
            case CommandRejected(String _, io.omniflow.contract.Problem why) ->
                Optional.of(new TicketAnswer.Rejected(
                        event.workspace(),
                        thread.get(),
                        command.get(),
                        new Problem(why.type(), why.status(), why.detail())));
            default -> Optional.empty();
        };
    }

    static Progress progress(TicketStatus status) {
        return switch (status) {
            case OPEN -> Progress.OPEN;
            case IN_PROGRESS -> Progress.IN_PROGRESS;
            case WAITING -> Progress.WAITING;
            case RESOLVED -> Progress.RESOLVED;
            case CLOSED -> Progress.CLOSED;
        };
    }

    private static TicketCard card(TicketState ticket) {
        return new TicketCard(ticket.number(), ticket.title(), priority(ticket.priority()), progress(ticket.status()));
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
