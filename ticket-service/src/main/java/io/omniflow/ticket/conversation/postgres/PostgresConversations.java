package io.omniflow.ticket.conversation.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.conversation.Conversations;
import io.omniflow.ticket.conversation.domain.Channel;
import io.omniflow.ticket.conversation.domain.Conversation;
import io.omniflow.ticket.conversation.domain.Message;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

@ApplicationScoped
class PostgresConversations implements Conversations {
    private static final String LOCK = "select " + ConversationRows.COLUMNS
            + " from conversation c where c.workspace_id = $1 and c.id = $2 for update";
    private static final String MAKE = """
            insert into conversation (workspace_id, id, channel, subject, contact_id, contact_name, contact_email,
              contact_phone, external_id, inbox_address, language, tags, state, opened_at, last_message_at, version)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            on conflict (workspace_id, id) do nothing
            """;
    private static final String SAVE = """
            update conversation set channel = $3, subject = $4, contact_id = $5, contact_name = $6, contact_email = $7,
              contact_phone = $8, external_id = $9, inbox_address = $10, language = $11, tags = $12, state = $13,
              opened_at = $14, last_message_at = $15, version = $16
            where workspace_id = $1 and id = $2
            """;
    private static final String ADD_MESSAGE = """
            insert into message (workspace_id, conversation_id, id, author, author_id, body, reply_id, at, recorded_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (workspace_id, conversation_id, id) do nothing
            """;
    static final String READ_MESSAGE = "select " + ConversationRows.MESSAGE
            + " from message where workspace_id = $1 and conversation_id = $2 and id = $3";
    private static final String FIRST_MESSAGE =
            "select body from message where workspace_id = $1 and conversation_id = $2 order by at, id limit 1";
    private static final String TICKET_OF =
            "select ticket_id from conversation_link where workspace_id = $1 and conversation_id = $2";
    private static final String CLAIM = """
            insert into conversation_external_id (workspace_id, channel, external_id, conversation_id)
            values ($1, $2, $3, $4) on conflict do nothing
            """;
    /** A statement of its own: only then does it see whom the insert had to wait for. */
    private static final String OWNER = "select conversation_id from conversation_external_id"
            + " where workspace_id = $1 and channel = $2 and external_id = $3";

    @Override
    public Uni<Optional<Conversation>> lock(SqlConnection transaction, WorkspaceId workspace, UUID id) {
        return first(transaction, LOCK, Tuple.of(workspace.value(), id), ConversationRows::conversation);
    }

    @Override
    public Uni<Conversation> lockOrMake(SqlConnection transaction, WorkspaceId workspace, Conversation stub) {
        return lock(transaction, workspace, stub.id())
                .flatMap(found -> found.isPresent()
                        ? Uni.createFrom().item(found)
                        : transaction
                                .preparedQuery(MAKE)
                                .execute(ConversationRows.values(workspace, stub))
                                .chain(() -> lock(transaction, workspace, stub.id())))
                .map(Optional::orElseThrow);
    }

    @Override
    public Uni<Void> save(SqlConnection transaction, WorkspaceId workspace, Conversation conversation) {
        return transaction
                .preparedQuery(SAVE)
                .execute(ConversationRows.values(workspace, conversation))
                .replaceWithVoid();
    }

    @Override
    public Uni<Added> addMessage(SqlConnection transaction, WorkspaceId workspace, Message message) {
        return transaction
                .preparedQuery(ADD_MESSAGE)
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addUUID(message.conversationId())
                        .addUUID(message.id())
                        .addString(ConversationRows.name(message.author()))
                        .addValue(message.authorId())
                        .addString(message.body())
                        .addValue(message.replyId())
                        .addOffsetDateTime(ConversationRows.utc(message.at()))
                        .addOffsetDateTime(ConversationRows.utc(message.recordedAt())))
                .map(rows -> rows.rowCount() == 1 ? Added.NEW : Added.KNOWN);
    }

    @Override
    public Uni<Optional<Message>> message(
            SqlConnection transaction, WorkspaceId workspace, UUID conversation, UUID message) {
        return first(
                transaction,
                READ_MESSAGE,
                Tuple.of(workspace.value(), conversation, message),
                ConversationRows::message);
    }

    @Override
    public Uni<Optional<String>> firstMessage(SqlConnection transaction, WorkspaceId workspace, UUID conversation) {
        return first(
                transaction, FIRST_MESSAGE, Tuple.of(workspace.value(), conversation), row -> row.getString("body"));
    }

    @Override
    public Uni<Optional<UUID>> ticketOf(SqlConnection transaction, WorkspaceId workspace, UUID conversation) {
        return first(
                transaction, TICKET_OF, Tuple.of(workspace.value(), conversation), row -> row.getUUID("ticket_id"));
    }

    @Override
    public Uni<UUID> claim(
            SqlConnection transaction, WorkspaceId workspace, Channel channel, String externalId, UUID wanted) {
        String on = ConversationRows.name(channel);
        return transaction
                .preparedQuery(CLAIM)
                .execute(Tuple.of(workspace.value(), on, externalId, wanted))
                .flatMap(rows -> rows.rowCount() == 1
                        ? Uni.createFrom().item(Optional.of(wanted))
                        : first(
                                transaction,
                                OWNER,
                                Tuple.of(workspace.value(), on, externalId),
                                row -> row.getUUID("conversation_id")))
                .map(Optional::orElseThrow);
    }

    private static <T> Uni<Optional<T>> first(
            SqlConnection transaction, String statement, Tuple parameters, Function<Row, T> read) {
        return transaction.preparedQuery(statement).execute(parameters).map(rows -> {
            for (Row row : rows) {
                return Optional.of(read.apply(row));
            }
            return Optional.empty();
        });
    }
}
