package io.omniflow.ticket.snapshot.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.Snapshot;
import io.omniflow.ticket.lifecycle.TicketsInBulk;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.snapshot.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class PostgresSnapshots implements Snapshots {
    /** A work queue of the service itself: read across workspaces. */
    private static final String TAKE = """
            delete from snapshot_due where (workspace_id, ticket_id) in (
              select workspace_id, ticket_id from snapshot_due limit $1 for update skip locked)
            returning workspace_id, ticket_id
            """;

    private static final String FACTS = """
            select ticket_id, kind, at, sequence, actor, backfill, data from timeline
            where workspace_id = $1 and ticket_id = any($2::uuid[]) and service = 'ticket-service'
              and kind in ('created', 'status_changed', 'priority_changed', 'team_changed', 'tags_changed', 'agent_replied',
                'customer_message_received', 'conversation_linked', 'conversation_unlinked', 'merged', 'absorbed',
                'merge_undone', 'imported')
            order by ticket_id, sequence
            """;

    private final TicketsInBulk tickets;

    PostgresSnapshots(TicketsInBulk tickets) {
        this.tickets = tickets;
    }

    @Override
    public Uni<List<Snapshot>> take(SqlConnection transaction, int most) {
        return transaction.preparedQuery(TAKE).execute(Tuple.of(most)).flatMap(rows -> {
            Map<WorkspaceId, List<UUID>> due = new LinkedHashMap<>();
            rows.forEach(row -> due.computeIfAbsent(new WorkspaceId(row.getUUID(0)), fresh -> new ArrayList<>())
                    .add(row.getUUID(1)));
            Uni<List<Snapshot>> all = Uni.createFrom().item(new ArrayList<>());
            for (Map.Entry<WorkspaceId, List<UUID>> ofWorkspace : due.entrySet()) {
                all = all.flatMap(before -> snapshots(transaction, ofWorkspace.getKey(), ofWorkspace.getValue())
                        .invoke(before::addAll)
                        .replaceWith(before));
            }
            return all;
        });
    }

    private Uni<List<Snapshot>> snapshots(SqlConnection transaction, WorkspaceId workspace, List<UUID> ids) {
        UUID[] wanted = ids.toArray(UUID[]::new);
        return tickets.read(transaction, workspace, ids).flatMap(found -> transaction
                .preparedQuery(FACTS)
                .execute(Tuple.of(workspace.value(), wanted))
                .map(rows -> {
                    Map<UUID, List<Snapshot.ClockFact>> facts = new HashMap<>();
                    rows.forEach(row -> facts.computeIfAbsent(row.getUUID("ticket_id"), fresh -> new ArrayList<>())
                            .add(fact(row)));
                    List<Snapshot> snapshots = new ArrayList<>(found.size());
                    for (Ticket ticket : found) {
                        snapshots.add(new Snapshot(
                                workspace,
                                ticket,
                                facts.getOrDefault(ticket.id().value(), List.of())));
                    }
                    return snapshots;
                }));
    }

    private static Snapshot.ClockFact fact(Row row) {
        return new Snapshot.ClockFact(
                row.getString("kind"),
                row.getOffsetDateTime("at").toInstant(),
                row.getLong("sequence"),
                row.getString("actor"),
                row.getBoolean("backfill"),
                row.getJsonObject("data").getMap());
    }
}
