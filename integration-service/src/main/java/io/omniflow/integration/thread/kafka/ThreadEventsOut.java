package io.omniflow.integration.thread.kafka;

import io.omniflow.contract.TicketCommand;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.thread.ThreadEvents;
import io.omniflow.integration.thread.domain.TicketThread;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Questions correlate by the thread's id, which is how an answer finds its thread. */
@ApplicationScoped
class ThreadEventsOut implements ThreadEvents {
    @Override
    public OutboundEvent ticketWanted(TicketThread thread) {
        return new OutboundEvent(
                thread.command(),
                thread.workspace(),
                thread.ticketId(),
                new TicketCommand.ReportState(thread.ticketId()),
                thread.updatedAt(),
                null,
                new Origin(thread.requestedBy(), thread.id().value().toString(), null),
                null,
                Position.LAST,
                History.LIVE);
    }

    @Override
    public OutboundEvent noteWanted(Delivery reply, UUID ticketId, String author, String text) {
        return new OutboundEvent(
                reply.id().value(),
                reply.workspace(),
                ticketId,
                Notes.wanted(ticketId, author, text),
                reply.createdAt(),
                null,
                new Origin(reply.requestedBy(), reply.subject().toString(), null),
                null,
                Position.LAST,
                History.LIVE);
    }
}
