package io.omniflow.integration;

import io.omniflow.contract.EventHeaders;
import io.omniflow.contract.Problem;
import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketSource;
import io.omniflow.contract.TicketState;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plays ticket-service: reads the commands and answers each as told. */
final class TicketOwner implements AutoCloseable {
    static final long NUMBER = 42;

    private final Watch commands = Events.watch(Topics.TICKET_COMMANDS);
    private final Set<String> answered = new HashSet<>();

    /** The next question about the ticket. */
    SeenEvent question(UUID ticket) {
        SeenEvent command = commands.await(
                event -> event.subject().equals(ticket) && !answered.contains(event.header(EventHeaders.ID)));
        answered.add(command.header(EventHeaders.ID));
        return command;
    }

    void report(UUID ticket, String title, @Nullable UUID mergedInto) {
        answer(question(ticket), new TicketAnswer.StateReported(state(ticket, title, mergedInto)));
    }

    void reject(UUID ticket) {
        answer(
                question(ticket),
                new TicketAnswer.CommandRejected(
                        "report_state", new Problem("not-found", 404, "The ticket is not there")));
    }

    static void answer(SeenEvent command, TicketAnswer answer) {
        Events.publish(OutboundEvent.of(
                new WorkspaceId(command.workspace()),
                ((TicketCommand.ReportState) command.data()).ticketId(),
                answer,
                Instant.now(),
                null,
                new Origin(
                        command.header(EventHeaders.ACTOR),
                        command.header(EventHeaders.CORRELATION),
                        command.header(EventHeaders.ID))));
    }

    static TicketState state(UUID ticket, String title, @Nullable UUID mergedInto) {
        Instant now = Instant.now();
        return new TicketState(
                ticket,
                NUMBER,
                title,
                "Steps to see it",
                TicketStatus.OPEN,
                TicketPriority.HIGH,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                TicketSource.API,
                null,
                mergedInto,
                1,
                now,
                now,
                null,
                null,
                null);
    }

    @Override
    public void close() {
        commands.close();
    }
}
