package io.omniflow.ticket.lifecycle;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.time.Ids;
import io.omniflow.ticket.field.Fields;
import io.omniflow.ticket.field.domain.DefinedFields;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.CustomFields;
import io.omniflow.ticket.lifecycle.domain.NewTicket;
import io.omniflow.ticket.lifecycle.domain.Refusal;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

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
    private final Fields fields;

    OpenTicket(Tickets tickets, TicketNumbers numbers, TicketEvents events, Fields fields) {
        this.tickets = tickets;
        this.numbers = numbers;
        this.events = events;
        this.fields = fields;
    }

    /** A number for {@link #open}, to be asked for outside any transaction; one that is not used leaves a gap. */
    public Uni<Long> number(WorkspaceId workspace) {
        return numbers.next(workspace);
    }

    /** Fails with 422 for custom fields that do not fit their definitions, or that lack what is required. */
    public Uni<Ticket> open(SqlClient client, WorkspaceId workspace, long number, NewTicket wanted, Origin origin) {
        return fields.checked(client, workspace, defined -> defined.opened(wanted.customFields()))
                .flatMap(values -> insert(client, workspace, number, wanted.withCustomFields(bounded(values)), origin));
    }

    private Uni<Ticket> insert(SqlClient client, WorkspaceId workspace, long number, NewTicket wanted, Origin origin) {
        TicketId id = new TicketId(Ids.next());
        MDC.put("ticketId", id.value());
        Accepted opened = Ticket.open(wanted, id, number, AT_INSERT);
        return tickets.channels(client, workspace, Set.copyOf(wanted.conversationIds()))
                .flatMap(channels -> tickets.insert(
                        client,
                        workspace,
                        opened.ticket(),
                        events.of(workspace, opened.facts(), origin, History.LIVE, channels)))
                .map(now -> Ticket.open(wanted, id, number, now).ticket());
    }

    /** 422 when defaults make too much of it. */
    private static Map<String, Object> bounded(Map<String, @Nullable Object> values) {
        Map<String, Object> present = DefinedFields.present(values);
        if (present.size() > CustomFields.MOST) {
            throw RefusalProblems.of(new Refusal.TooManyCustomFields());
        }
        if (CustomFields.size(present) > CustomFields.MOST_BYTES) {
            throw RefusalProblems.of(new Refusal.CustomFieldsTooLarge());
        }
        return present;
    }
}
