package io.omniflow.ticket.conversation.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.conversation.Mirrored;
import io.omniflow.ticket.conversation.Replies;
import io.omniflow.ticket.conversation.domain.ConversationFact;
import io.omniflow.ticket.conversation.domain.Delivery;
import io.omniflow.ticket.conversation.domain.Reply;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresReplies implements Replies {
    private static final String COLUMNS =
            "id, ticket_id, conversation_id, body, author, delivery, created_at, delivered_at, failure, version";
    private static final String ADD = "insert into reply (workspace_id, id, ticket_id, conversation_id, body, author,"
            + " delivery, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    /** The conversation's row is locked, so nobody else delivers the reply between the two parts. */
    private static final String DELIVERED = """
            with known as materialized (
              select delivery from reply where workspace_id = $1 and id = $2 and conversation_id = $3),
            changed as (
              update reply set delivery = 'delivered', delivered_at = $4, failure = null, version = version + 1
              where workspace_id = $1 and id = $2 and conversation_id = $3 and delivery <> 'delivered')
            select delivery from known
            """;

    private static final String FAILED = """
            update reply set delivery = 'failed', failure = $4, version = version + 1
            where workspace_id = $1 and id = $2 and conversation_id = $3 and delivery <> 'failed'
            """;

    private static final String READ =
            "select " + COLUMNS + " from reply where workspace_id = $1 and ticket_id = $2 and id = $3";
    /** Ids are UUIDv7, so their order is the order of writing. */
    private static final String OF = "select " + COLUMNS + " from reply where workspace_id = $1 and ticket_id = $2"
            + " and ($3::uuid is null or id < $3) order by id desc limit $4";

    private final Pool pool;

    PostgresReplies(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> add(SqlConnection transaction, WorkspaceId workspace, Reply reply) {
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addUUID(reply.id())
                        .addUUID(reply.ticketId())
                        .addUUID(reply.conversationId())
                        .addString(reply.body())
                        .addString(reply.author())
                        .addString(ConversationRows.name(reply.delivery()))
                        .addOffsetDateTime(ConversationRows.utc(reply.createdAt())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Echo> delivered(
            SqlConnection transaction, WorkspaceId workspace, UUID conversation, UUID reply, Instant at) {
        return transaction
                .preparedQuery(DELIVERED)
                .execute(Tuple.of(workspace.value(), reply, conversation, ConversationRows.utc(at)))
                .map(rows -> {
                    for (Row row : rows) {
                        return delivery(row) == Delivery.DELIVERED ? Echo.REPEATED : Echo.FIRST;
                    }
                    return Echo.OF_NONE;
                });
    }

    @Override
    public Uni<Mirrored.Novelty> failed(
            SqlConnection transaction, WorkspaceId workspace, UUID conversation, ConversationFact.ReplyFailed failed) {
        return transaction
                .preparedQuery(FAILED)
                .execute(Tuple.of(workspace.value(), failed.replyId(), conversation, failed.reason()))
                .map(rows -> rows.rowCount() == 1 ? Mirrored.Novelty.NEWS : Mirrored.Novelty.KNOWN);
    }

    @Override
    public Uni<Optional<Reply>> read(WorkspaceId workspace, UUID ticket, UUID reply) {
        return list(READ, Tuple.of(workspace.value(), ticket, reply))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<Reply>> of(WorkspaceId workspace, UUID ticket, @Nullable UUID before, int limit) {
        return list(OF, Tuple.of(workspace.value(), ticket, before, limit));
    }

    private Uni<List<Reply>> list(String statement, Tuple parameters) {
        return pool.preparedQuery(statement).execute(parameters).map(rows -> {
            List<Reply> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(reply(row)));
            return found;
        });
    }

    private static Reply reply(Row row) {
        return new Reply(
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getUUID("conversation_id"),
                row.getString("body"),
                row.getString("author"),
                row.getOffsetDateTime("created_at").toInstant(),
                delivery(row),
                ConversationRows.optional(row.getOffsetDateTime("delivered_at")),
                row.getString("failure"),
                row.getLong("version"));
    }

    private static Delivery delivery(Row row) {
        return Delivery.valueOf(row.getString("delivery").toUpperCase(Locale.ROOT));
    }
}
