package io.omniflow.ticket.lifecycle.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tickets to begin a test with. */
public final class Tickets {
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private Tickets() {}

    /** Version 1, opened at noon. */
    public static Ticket open() {
        return opened(Status.OPEN).ticket();
    }

    static Accepted opened(Status status) {
        NewTicket wanted = new NewTicket(
                "Printer on fire",
                null,
                status,
                Priority.NORMAL,
                null,
                null,
                Tags.NONE,
                List.of(),
                List.of(),
                Map.of(),
                Source.API,
                null);
        return Ticket.open(wanted, new TicketId(new UUID(0, 1)), 42, NOON);
    }

    static Ticket merged() {
        Ticket ticket = open();
        return new Ticket(
                ticket.id(),
                ticket.number(),
                ticket.title(),
                ticket.description(),
                Status.CLOSED,
                ticket.priority(),
                ticket.assigneeId(),
                ticket.teamId(),
                ticket.tags(),
                ticket.contactIds(),
                ticket.conversationIds(),
                ticket.customFields(),
                ticket.source(),
                ticket.externalId(),
                new TicketId(new UUID(0, 2)),
                ticket.version() + 1,
                ticket.createdAt(),
                ticket.updatedAt(),
                null,
                NOON,
                NOON);
    }
}
