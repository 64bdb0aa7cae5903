package io.omniflow.integration.link.postgres;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.link.Links;
import io.omniflow.integration.link.domain.Link;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresLinks implements Links {
    private static final String ADD = """
            insert into link (workspace_id, id, state, command, ticket, issue, problem, attempts, requested_by, version,
              updated_at, ticket_id, connection_id, system, issue_id, target, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            on conflict do nothing
            """;
    private static final String SAVE = """
            update link set state = $3, command = $4, ticket = $5, issue = $6, problem = $7, attempts = $8,
              requested_by = $9, version = $10, updated_at = $11
            where workspace_id = $1 and id = $2 and version = $10 - 1
            """;
    private static final String ONE = "select * from link where workspace_id = $1 and id = $2";
    private static final String OF_TICKET =
            "select * from link where workspace_id = $1 and ticket_id = $2 and connection_id = $3"
                    + " and target is not distinct from $4";
    private static final String LIST_ALL =
            "select * from link where workspace_id = $1" + " and ($2::uuid is null or id > $2) order by id limit $3";
    private static final String LIST_OF_TICKET = "select * from link where workspace_id = $1 and ticket_id = $4"
            + " and ($2::uuid is null or id > $2) order by id limit $3";
    private static final String REMOVE = "delete from link where workspace_id = $1 and id = $2";

    private static final String TIED_BY_ANOTHER = "select 1 from link where workspace_id = $1 and connection_id = $2"
            + " and external_id = $3 and ticket_id = $4 and id <> $5 limit 1";

    private final Pool pool;

    PostgresLinks(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> add(SqlClient transaction, Link link) {
        return transaction
                .preparedQuery(ADD)
                .execute(LinkRows.fixed(link, LinkRows.moving(link)))
                .map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Boolean> save(SqlClient transaction, Link link) {
        return transaction.preparedQuery(SAVE).execute(LinkRows.moving(link)).map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Void> remove(SqlClient transaction, WorkspaceId workspace, LinkId id) {
        return transaction
                .preparedQuery(REMOVE)
                .execute(Tuple.of(workspace.value(), id.value()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Link>> ofTicket(
            SqlClient transaction,
            WorkspaceId workspace,
            UUID ticketId,
            ConnectionId connectionId,
            @Nullable String target) {
        return transaction
                .preparedQuery(OF_TICKET)
                .execute(Tuple.of(workspace.value(), ticketId, connectionId.value(), target))
                .map(PostgresLinks::first);
    }

    @Override
    public Uni<Optional<Link>> findForChange(SqlClient transaction, WorkspaceId workspace, LinkId id) {
        return transaction
                .preparedQuery(ONE + " for update")
                .execute(Tuple.of(workspace.value(), id.value()))
                .map(PostgresLinks::first);
    }

    @Override
    public Uni<Optional<Link>> find(WorkspaceId workspace, LinkId id) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(workspace.value(), id.value()))
                .map(PostgresLinks::first);
    }

    @Override
    public Uni<List<Link>> list(WorkspaceId workspace, @Nullable UUID ticketId, @Nullable LinkId after, int limit) {
        Tuple page = Tuple.of(workspace.value(), after == null ? null : after.value(), limit);
        Uni<RowSet<Row>> rows = ticketId == null
                ? pool.preparedQuery(LIST_ALL).execute(page)
                : pool.preparedQuery(LIST_OF_TICKET).execute(page.addUUID(ticketId));
        return rows.map(found -> StreamSupport.stream(found.spliterator(), false)
                .map(LinkRows::link)
                .toList());
    }

    @Override
    public Uni<Boolean> tiedByAnother(SqlClient transaction, Link link, String issueId) {
        return transaction
                .preparedQuery(TIED_BY_ANOTHER)
                .execute(Tuple.of(
                        link.workspace().value(),
                        link.connectionId().value(),
                        issueId,
                        link.ticketId(),
                        link.id().value()))
                .map(rows -> rows.size() > 0);
    }

    private static Optional<Link> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(LinkRows.link(rows.iterator().next()));
    }
}
