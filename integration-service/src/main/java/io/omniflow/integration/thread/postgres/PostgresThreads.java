package io.omniflow.integration.thread.postgres;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.thread.Threads;
import io.omniflow.integration.thread.domain.News;
import io.omniflow.integration.thread.domain.ThreadId;
import io.omniflow.integration.thread.domain.TicketThread;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresThreads implements Threads {
    private static final String ADD = """
        insert into thread (workspace_id, id, message, state, command, card, problem, merged, requested_by, version,
          updated_at, ticket_id, connection_id, channel, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        on conflict (workspace_id, ticket_id, connection_id) do nothing
        """;
    private static final String SAVE = """
        update thread set message = $3, state = $4, command = $5, card = $6, problem = $7, merged = $8,
          requested_by = $9, version = $10, updated_at = $11
        where workspace_id = $1 and id = $2 and version = $10 - 1
        """;
    private static final String ONE = "select * from thread where workspace_id = $1 and id = $2";
    private static final String OF_TICKET =
            "select * from thread where workspace_id = $1 and ticket_id = $2 and connection_id = $3";
    private static final String OF_MESSAGE = "select * from thread where workspace_id = $1 and connection_id = $2"
            + " and channel = $3 and message = $4";
    private static final String OF_TICKETS = """
        select t.* from unnest($1::uuid[], $2::uuid[]) as told (workspace_id, ticket_id)
        join thread t on t.workspace_id = told.workspace_id and t.ticket_id = told.ticket_id
        where exists (select 1 from connection c where c.workspace_id = t.workspace_id and c.id = t.connection_id)
        """;
    private static final String THROUGH = "select * from thread where workspace_id = $1"
            + " and (ticket_id = $2 or (merged <> '{}' and merged @> array[$2::uuid])) for update";
    private static final String LIST_ALL =
            "select * from thread where workspace_id = $1 and ($2::uuid is null or id > $2) order by id limit $3";
    private static final String LIST_OF_TICKET = "select * from thread where workspace_id = $1 and ticket_id = $4"
            + " and ($2::uuid is null or id > $2) order by id limit $3";

    private final Pool pool;

    PostgresThreads(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> add(SqlClient transaction, TicketThread thread) {
        return transaction
                .preparedQuery(ADD)
                .execute(ThreadRows.fixed(thread, ThreadRows.moving(thread)))
                .map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Boolean> save(SqlClient transaction, TicketThread thread) {
        return transaction
                .preparedQuery(SAVE)
                .execute(ThreadRows.moving(thread))
                .map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Optional<TicketThread>> ofTicket(
            SqlClient transaction, WorkspaceId workspace, UUID ticketId, ConnectionId connectionId) {
        return first(transaction, OF_TICKET, Tuple.of(workspace.value(), ticketId, connectionId.value()));
    }

    @Override
    public Uni<List<TicketThread>> ofTickets(SqlClient transaction, Collection<News> news) {
        List<News> tickets =
                news.stream().collect(Collectors.toMap(News::ticketId, one -> one, (one, _) -> one)).values().stream()
                        .toList();
        UUID[] workspaces = tickets.stream().map(one -> one.workspace().value()).toArray(UUID[]::new);
        UUID[] ids = tickets.stream().map(News::ticketId).toArray(UUID[]::new);
        return transaction
                .preparedQuery(OF_TICKETS)
                .execute(Tuple.tuple().addArrayOfUUID(workspaces).addArrayOfUUID(ids))
                .map(PostgresThreads::all);
    }

    @Override
    public Uni<List<TicketThread>> through(SqlClient transaction, WorkspaceId workspace, UUID ticketId) {
        return transaction
                .preparedQuery(THROUGH)
                .execute(Tuple.of(workspace.value(), ticketId))
                .map(PostgresThreads::all);
    }

    @Override
    public Uni<Optional<TicketThread>> ofMessage(
            SqlClient transaction, WorkspaceId workspace, ConnectionId connectionId, String channel, String message) {
        return first(transaction, OF_MESSAGE, Tuple.of(workspace.value(), connectionId.value(), channel, message));
    }

    @Override
    public Uni<Optional<TicketThread>> findForChange(SqlClient transaction, WorkspaceId workspace, ThreadId id) {
        return first(transaction, ONE + " for update", Tuple.of(workspace.value(), id.value()));
    }

    @Override
    public Uni<Optional<TicketThread>> find(WorkspaceId workspace, ThreadId id) {
        return first(pool, ONE, Tuple.of(workspace.value(), id.value()));
    }

    @Override
    public Uni<List<TicketThread>> list(
            WorkspaceId workspace, @Nullable UUID ticketId, @Nullable ThreadId after, int limit) {
        Tuple page = Tuple.of(workspace.value(), after == null ? null : after.value(), limit);
        Uni<RowSet<Row>> rows = ticketId == null
                ? pool.preparedQuery(LIST_ALL).execute(page)
                : pool.preparedQuery(LIST_OF_TICKET).execute(page.addUUID(ticketId));
        return rows.map(PostgresThreads::all);
    }

    private static Uni<Optional<TicketThread>> first(SqlClient client, String statement, Tuple key) {
        return client.preparedQuery(statement).execute(key).map(rows -> all(rows).stream()
                .findFirst());
    }

    private static List<TicketThread> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ThreadRows::thread)
                .toList();
    }
}
