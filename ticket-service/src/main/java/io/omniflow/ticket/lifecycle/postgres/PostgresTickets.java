package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.Locked;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.Tickets;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Fact;
import io.omniflow.ticket.lifecycle.domain.Recorded;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** State and events of tickets, written together. */
@ApplicationScoped
class PostgresTickets implements Tickets {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final SaveStatements sql = SaveStatements.make();

    @Override
    public Uni<Instant> insert(SqlClient client, WorkspaceId workspace, Ticket ticket, List<OutboundEvent> events) {
        List<String> stamped = new ArrayList<>(List.of("createdAt", "updatedAt"));
        if (ticket.resolvedAt() != null) {
            stamped.add("resolvedAt");
        }
        if (ticket.closedAt() != null) {
            stamped.add("closedAt");
        }
        return client.preparedQuery(sql.insert())
                .execute(Tuple.of(
                        new JsonArray().add(TicketRows.row(workspace, ticket)),
                        Outbox.rows(events),
                        stamped.toArray(String[]::new)))
                .map(rows -> TicketRows.instant(rows.iterator().next().getOffsetDateTime("now")))
                .onFailure(PgException.class)
                .transform(PostgresTickets::problem);
    }

    @Override
    public Uni<Map<UUID, String>> channels(SqlClient client, WorkspaceId workspace, Set<UUID> conversations) {
        if (conversations.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return client.preparedQuery(
                        "select id, channel from conversation where workspace_id = $1 and id = any($2) and channel is not null")
                .execute(Tuple.of(workspace.value(), conversations.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, String> channels = new HashMap<>();
                    rows.forEach(row -> channels.put(row.getUUID("id"), row.getString("channel")));
                    return channels;
                });
    }

    @Override
    public Uni<Optional<Locked>> lock(SqlConnection transaction, WorkspaceId workspace, TicketRef ref) {
        Uni<RowSet<Row>> found =
                switch (ref) {
                    case TicketRef.ById byId ->
                        transaction
                                .preparedQuery(sql.lockById())
                                .execute(Tuple.of(workspace.value(), byId.id().value()));
                    case TicketRef.ByNumber byNumber ->
                        transaction
                                .preparedQuery(sql.lockByNumber())
                                .execute(Tuple.of(workspace.value(), byNumber.number()));
                };
        return found.map(rows -> {
            for (Row row : rows) {
                return Optional.of(
                        new Locked(TicketRows.ticket(row), TicketRows.instant(row.getOffsetDateTime("now"))));
            }
            return Optional.empty();
        });
    }

    @Override
    public Uni<Void> save(
            SqlConnection transaction, WorkspaceId workspace, Accepted accepted, List<OutboundEvent> events) {
        return moveConversations(transaction, workspace, accepted)
                .chain(() -> write(transaction, sql.save(), workspace, List.of(accepted.ticket()), events));
    }

    @Override
    public Uni<Void> saveAll(
            SqlConnection transaction, WorkspaceId workspace, List<Ticket> tickets, List<OutboundEvent> events) {
        return write(transaction, sql.saveHistory(), workspace, tickets, events);
    }

    private static Uni<Void> write(
            SqlConnection transaction,
            String statement,
            WorkspaceId workspace,
            List<Ticket> tickets,
            List<OutboundEvent> events) {
        JsonArray rows = new JsonArray();
        tickets.forEach(ticket -> rows.add(TicketRows.row(workspace, ticket)));
        return transaction
                .preparedQuery(statement)
                .execute(Tuple.of(rows, Outbox.rows(events)))
                .replaceWithVoid()
                .onFailure(PgException.class)
                .transform(PostgresTickets::problem);
    }

    private Uni<Void> moveConversations(SqlConnection transaction, WorkspaceId workspace, Accepted accepted) {
        UUID ticket = accepted.ticket().id().value();
        Uni<Void> moved = Uni.createFrom().voidItem();
        for (Recorded recorded : accepted.facts()) {
            if (recorded.fact() instanceof Fact.ConversationLinked(UUID conversation)) {
                moved = moved.chain(() -> transaction
                        .preparedQuery("insert into conversation_link (workspace_id, conversation_id, ticket_id)"
                                + " values ($1, $2, $3)")
                        .execute(Tuple.of(workspace.value(), conversation, ticket))
                        .replaceWithVoid());
            } else if (recorded.fact() instanceof Fact.ConversationUnlinked(UUID conversation)) {
                moved = moved.chain(() -> transaction
                        .preparedQuery("delete from conversation_link where workspace_id = $1"
                                + " and conversation_id = $2 and ticket_id = $3")
                        .execute(Tuple.of(workspace.value(), conversation, ticket))
                        .replaceWithVoid());
            }
        }
        return moved.onFailure(PgException.class).transform(PostgresTickets::problem);
    }

    private static Throwable problem(Throwable failure) {
        if (failure instanceof PgException postgres && FOREIGN_KEY_VIOLATION.equals(postgres.getSqlState())) {
            return switch (postgres.getConstraint()) {
                case "ticket_assignee" -> Problems.invalid("/assigneeId", "is no active agent of this workspace");
                case "ticket_team" -> Problems.invalid("/teamId", "is no team of this workspace, or an archived one");
                case null, default -> failure;
            };
        }
        if (failure instanceof PgException postgres
                && UNIQUE_VIOLATION.equals(postgres.getSqlState())
                && "conversation_link_pkey".equals(postgres.getConstraint())) {
            return Problems.conflict("conversation-linked", "A conversation is linked to another ticket already");
        }
        return failure;
    }
}
