package io.omniflow.integration.thread;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.thread.domain.News;
import io.omniflow.integration.thread.domain.ThreadId;
import io.omniflow.integration.thread.domain.TicketThread;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored threads. */
public interface Threads {
    /** False when the ticket has a thread over the connection already; then nothing is stored. */
    Uni<Boolean> add(SqlClient transaction, TicketThread thread);

    /** Stores the next version; false when the stored one is not the version before it. */
    Uni<Boolean> save(SqlClient transaction, TicketThread thread);

    Uni<Optional<TicketThread>> ofTicket(
            SqlClient transaction, WorkspaceId workspace, UUID ticketId, ConnectionId connectionId);

    /** Of the tickets the news are of, over connections that are there. */
    Uni<List<TicketThread>> ofTickets(SqlClient transaction, Collection<News> news);

    /** Of a ticket and of those that were merged into it, locked until the transaction ends. */
    Uni<List<TicketThread>> through(SqlClient transaction, WorkspaceId workspace, UUID ticketId);

    Uni<Optional<TicketThread>> ofMessage(
            SqlClient transaction, WorkspaceId workspace, ConnectionId connectionId, String channel, String message);

    /** Locked until the transaction ends. */
    Uni<Optional<TicketThread>> findForChange(SqlClient transaction, WorkspaceId workspace, ThreadId id);

    Uni<Optional<TicketThread>> find(WorkspaceId workspace, ThreadId id);

    /** Of one ticket or of all, oldest first, those after {@code after}. */
    Uni<List<TicketThread>> list(WorkspaceId workspace, @Nullable UUID ticketId, @Nullable ThreadId after, int limit);
}
