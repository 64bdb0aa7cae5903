package io.omniflow.ticket.lifecycle;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tickets as they are shown; a read never waits for a write. */
public interface ShownTickets {
    Uni<Optional<ShownTicket>> find(WorkspaceId workspace, TicketRef ref);

    /** For whoever holds a connection already, and so must not ask for a second one. */
    Uni<Optional<ShownTicket>> find(SqlClient client, WorkspaceId workspace, TicketRef ref);

    /** Empty, too, for a ticket that is out of the scope. */
    default Uni<Optional<ShownTicket>> find(WorkspaceId workspace, TicketRef ref, TicketScope scope) {
        return find(workspace, ref).map(found -> found.filter(shown -> scope.holds(shown.ticket())));
    }

    default Uni<Optional<ShownTicket>> find(SqlClient client, WorkspaceId workspace, TicketRef ref, TicketScope scope) {
        return find(client, workspace, ref).map(found -> found.filter(shown -> scope.holds(shown.ticket())));
    }

    /** At most {@code limit} tickets that match, in order, behind the given place. */
    Uni<List<ShownTicket>> matching(
            WorkspaceId workspace,
            TicketFilter filter,
            TicketOrder order,
            TicketOrder.@Nullable Place behind,
            int limit);

    /** Those among some tickets that match, in no order. */
    Uni<List<ShownTicket>> matchingAmong(WorkspaceId workspace, TicketFilter filter, Collection<UUID> ids);

    /** How many match each filter, in one statement; {@code most + 1} for more than {@code most}. */
    Uni<List<Long>> count(WorkspaceId workspace, List<TicketFilter> filters, int most);
}
