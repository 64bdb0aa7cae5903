package io.omniflow.ticket.lifecycle;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.time.Ids;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.NewTicket;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.MDC;

/**
 * Opens a ticket: one statement, so one round trip, plus one for a block of numbers every now and then. The number is taken
 * before anything else: whoever holds a connection must not wait for a second one, or a pool full of such waits for ever.
 */
@ApplicationScoped
public class OpenTicket {
    private static final Instant AT_INSERT = Instant.EPOCH;

    private final Tickets tickets;
    private final TicketNumbers numbers;
    private final TicketEvents events;

    OpenTicket(Tickets tickets, TicketNumbers numbers, TicketEvents events) {
        this.tickets = tickets;
        this.numbers = numbers;
        this.events = events;
    }

    /** A number for {@link #open}, to be asked for outside any transaction; one that is not used leaves a gap. */
    public Uni<Long> number(WorkspaceId workspace) {
        return numbers.next(workspace);
    }

    public Uni<Ticket> open(SqlClient client, WorkspaceId workspace, long number, NewTicket wanted, Origin origin) {
        TicketId id = new TicketId(Ids.next());
        MDC.put("ticketId", id.value());
        Accepted opened = Ticket.open(wanted, id, number, AT_INSERT);
        return tickets.insert(
                        client, workspace, opened.ticket(), events.of(workspace, opened.facts(), origin, History.LIVE))
                .map(now -> Ticket.open(wanted, id, number, now).ticket());
    }
}
