package io.omniflow.ticket.export;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.ShownTicket;
import io.omniflow.ticket.lifecycle.ShownTickets;
import io.omniflow.ticket.lifecycle.TicketFilter;
import io.omniflow.ticket.lifecycle.TicketOrder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every ticket that matches, page by page: the next page is read when the reader has taken the one before, over a connection
 * that is held for that page alone. So an export takes as long as its reader likes, and sees changes made meanwhile.
 */
@ApplicationScoped
public class AllTickets {
    private static final int PAGE = 100;

    private final ShownTickets tickets;

    AllTickets(ShownTickets tickets) {
        this.tickets = tickets;
    }

    /** Pages of at least one ticket. */
    public Multi<List<ShownTicket>> pages(WorkspaceId workspace, TicketFilter filter, TicketOrder order) {
        return Multi.createBy()
                .repeating()
                .uni(Reading::new, reading -> page(workspace, filter, order, reading))
                .whilst(page -> page.size() == PAGE)
                .filter(page -> !page.isEmpty());
    }

    /** How far one reader has come; its pages are asked for one after the other. */
    private static final class Reading {
        private TicketOrder.@Nullable Place last;
    }

    private Uni<List<ShownTicket>> page(
            WorkspaceId workspace, TicketFilter filter, TicketOrder order, Reading reading) {
        return Uni.createFrom()
                .deferred(() -> tickets.matching(workspace, filter, order, reading.last, PAGE))
                .invoke(page -> {
                    if (!page.isEmpty()) {
                        reading.last = order.placeOf(page.getLast());
                    }
                });
    }
}
