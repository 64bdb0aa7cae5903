package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.Locked;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.TicketsInBulk;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class PostgresTicketsInBulk implements TicketsInBulk {
    /** Locked in one order, so that two imports of the same tickets take turns. */
    private static final String LOCK_BY_EXTERNAL_ID = "select " + TicketRows.COLUMNS
            + " from ticket t where t.workspace_id = $1 and t.external_id = any($2::text[])"
            + " order by t.external_id for update";

    private static final String READ =
            "select " + TicketRows.COLUMNS + " from ticket t where t.workspace_id = $1 and t.id = any($2::uuid[])";

    /** The time is read above the locks. */
    private static final String LOCK = "with t as materialized (select * from ticket t where t.workspace_id = $1"
            + " and t.id = any($2::uuid[]) order by t.id for update) select " + TicketRows.COLUMNS
            + ", date_trunc('milliseconds', clock_timestamp()) as now from t";

    private static final String LOCK_IN_ORDER = "select t.id from unnest($1::uuid[], $2::uuid[]) as w(workspace_id, id)"
            + " join ticket t on t.workspace_id = w.workspace_id and t.id = w.id"
            + " order by t.workspace_id, t.id for update of t";

    private static final String FIND = "select " + TicketRows.COLUMNS
            + " from ticket t where t.workspace_id = $1 and (t.id = any($2::uuid[]) or t.number = any($3::bigint[]))";

    private final Pool pool;

    PostgresTicketsInBulk(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Ticket>> lockByExternalId(
            SqlConnection transaction, WorkspaceId workspace, Collection<String> externalIds) {
        return run(transaction, LOCK_BY_EXTERNAL_ID, Tuple.of(workspace.value(), externalIds.toArray(String[]::new)));
    }

    @Override
    public Uni<List<Ticket>> read(SqlConnection transaction, WorkspaceId workspace, Collection<UUID> ids) {
        return run(transaction, READ, Tuple.of(workspace.value(), ids.toArray(UUID[]::new)));
    }

    @Override
    public Uni<List<Locked>> lock(SqlConnection transaction, WorkspaceId workspace, Collection<UUID> ids) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspace.value(), ids.toArray(UUID[]::new)))
                .map(rows -> {
                    List<Locked> locked = new ArrayList<>(rows.size());
                    rows.forEach(row -> locked.add(
                            new Locked(TicketRows.ticket(row), TicketRows.instant(row.getOffsetDateTime("now")))));
                    return locked;
                });
    }

    @Override
    public Uni<Void> lockInOrder(SqlConnection transaction, Map<WorkspaceId, Set<UUID>> ids) {
        List<UUID> workspaces = new ArrayList<>();
        List<UUID> tickets = new ArrayList<>();
        ids.forEach((workspace, ofWorkspace) -> ofWorkspace.forEach(id -> {
            workspaces.add(workspace.value());
            tickets.add(id);
        }));
        return transaction
                .preparedQuery(LOCK_IN_ORDER)
                .execute(Tuple.of(workspaces.toArray(UUID[]::new), tickets.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Ticket>> find(WorkspaceId workspace, Collection<TicketRef> refs) {
        List<UUID> ids = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        for (TicketRef ref : refs) {
            switch (ref) {
                case TicketRef.ById(TicketId id) -> ids.add(id.value());
                case TicketRef.ByNumber(long number) -> numbers.add(number);
            }
        }
        return run(pool, FIND, Tuple.of(workspace.value(), ids.toArray(UUID[]::new), numbers.toArray(Long[]::new)));
    }

    private static Uni<List<Ticket>> run(SqlClient transaction, String statement, Tuple parameters) {
        return transaction.preparedQuery(statement).execute(parameters).map(rows -> {
            List<Ticket> tickets = new ArrayList<>(rows.size());
            rows.forEach(row -> tickets.add(TicketRows.ticket(row)));
            return tickets;
        });
    }
}
