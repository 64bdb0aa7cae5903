package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.TicketsInBulk;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PostgresTicketsInBulk implements TicketsInBulk {
    /** Locked in one order, so that two imports of the same tickets take turns. */
    private static final String LOCK_BY_EXTERNAL_ID = "select " + TicketRows.COLUMNS
            + " from ticket t where t.workspace_id = $1 and t.external_id = any($2::text[])"
            + " order by t.external_id for update";

    private static final String READ =
            "select " + TicketRows.COLUMNS + " from ticket t where t.workspace_id = $1 and t.id = any($2::uuid[])";

    @Override
    public Uni<List<Ticket>> lockByExternalId(
            SqlConnection transaction, WorkspaceId workspace, Collection<String> externalIds) {
        return run(transaction, LOCK_BY_EXTERNAL_ID, Tuple.of(workspace.value(), externalIds.toArray(String[]::new)));
    }

    @Override
    public Uni<List<Ticket>> read(SqlConnection transaction, WorkspaceId workspace, Collection<UUID> ids) {
        return run(transaction, READ, Tuple.of(workspace.value(), ids.toArray(UUID[]::new)));
    }

    private static Uni<List<Ticket>> run(SqlConnection transaction, String statement, Tuple parameters) {
        return transaction.preparedQuery(statement).execute(parameters).map(rows -> {
            List<Ticket> tickets = new ArrayList<>(rows.size());
            rows.forEach(row -> tickets.add(TicketRows.ticket(row)));
            return tickets;
        });
    }
}
