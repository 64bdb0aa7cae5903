package io.omniflow.ticket.lifecycle;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The stored tickets. A transaction is passed by hand, so that state and events share it. */
public interface Tickets {
    /**
     * Inserts a ticket with its events in one statement.
     *
     * @param ticket its times are placeholders: the instant of the insert, which is returned, takes their place here and in
     *     the events
     */
    Uni<Instant> insert(SqlClient client, WorkspaceId workspace, Ticket ticket, List<OutboundEvent> events);

    /** The channels of those of the conversations whose channel is known; asks nothing for none. */
    Uni<Map<UUID, String>> channels(SqlClient client, WorkspaceId workspace, Set<UUID> conversations);

    /** Empty when the workspace has no such ticket. */
    Uni<Optional<Locked>> lock(SqlConnection transaction, WorkspaceId workspace, TicketRef ref);

    /** Saves what was decided about a locked ticket, with its events, in as few statements as it takes. */
    Uni<Void> save(SqlConnection transaction, WorkspaceId workspace, Accepted accepted, List<OutboundEvent> events);

    /** Saves tickets that are new or locked, with the events of all of them, in one statement. */
    Uni<Void> saveAll(
            SqlConnection transaction, WorkspaceId workspace, List<Ticket> tickets, List<OutboundEvent> events);
}
