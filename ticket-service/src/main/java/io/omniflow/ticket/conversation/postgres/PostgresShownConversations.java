package io.omniflow.ticket.conversation.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.conversation.ShownConversations;
import io.omniflow.ticket.conversation.domain.Message;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresShownConversations implements ShownConversations {
    private static final String SHOW = "select " + ConversationRows.COLUMNS + ", l.ticket_id from ";
    private static final String LINK =
            " left join conversation_link l on l.workspace_id = c.workspace_id" + " and l.conversation_id = c.id";
    private static final String FIND = SHOW + "conversation c" + LINK + " where c.workspace_id = $1 and c.id = $2";
    private static final String MESSAGES = "select " + ConversationRows.MESSAGE
            + " from message where workspace_id = $1 and conversation_id = $2"
            + " and ($3::timestamptz is null or (at, id) < ($3, $4)) order by at desc, id desc limit $5";

    private final Pool pool;

    PostgresShownConversations(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Shown>> find(SqlClient client, WorkspaceId workspace, UUID id) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(workspace.value(), id))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(shown(row));
                    }
                    return Optional.empty();
                });
    }

    @Override
    public Uni<Optional<Shown>> find(WorkspaceId workspace, UUID id) {
        return find(pool, workspace, id);
    }

    /** Cut to a page before the links are joined. */
    @Override
    public Uni<List<Shown>> matching(WorkspaceId workspace, Filter filter, @Nullable Place behind, int limit) {
        List<String> conditions = new ArrayList<>(List.of("f.workspace_id = $1"));
        Tuple values = Tuple.of(workspace.value());
        narrow(
                conditions,
                values,
                "f.channel = $",
                filter.channel() == null ? null : ConversationRows.name(filter.channel()));
        narrow(conditions, values, "f.contact_id = $", filter.contact());
        narrow(
                conditions,
                values,
                "f.state = $",
                filter.activity() == null ? null : ConversationRows.name(filter.activity()));
        narrow(conditions, values, "f.subject ilike $", filter.subject() == null ? null : part(filter.subject()));
        if (filter.ticket() != null) {
            values.addUUID(filter.ticket());
            conditions.add("f.id in (select t.conversation_id from conversation_link t where t.workspace_id = $1"
                    + " and t.ticket_id = $" + values.size() + ")");
        }
        if (behind != null) {
            values.addOffsetDateTime(ConversationRows.utc(behind.at())).addUUID(behind.id());
            conditions.add("(f.opened_at, f.id) < ($" + (values.size() - 1) + ", $" + values.size() + ")");
        }
        values.addInteger(limit);
        String page = "(select f.* from conversation f where " + String.join(" and ", conditions)
                + " order by f.opened_at desc, f.id desc limit $" + values.size() + ") c";
        return list(
                SHOW + page + LINK + " order by c.opened_at desc, c.id desc",
                values,
                PostgresShownConversations::shown);
    }

    private static void narrow(List<String> conditions, Tuple values, String condition, @Nullable Object value) {
        if (value != null) {
            values.addValue(value);
            conditions.add(condition + values.size());
        }
    }

    private static String part(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    @Override
    public Uni<List<Message>> messages(WorkspaceId workspace, UUID conversation, @Nullable Place behind, int limit) {
        return list(
                MESSAGES,
                Tuple.tuple()
                        .addUUID(workspace.value())
                        .addUUID(conversation)
                        .addValue(behind == null ? null : ConversationRows.utc(behind.at()))
                        .addValue(behind == null ? null : behind.id())
                        .addInteger(limit),
                ConversationRows::message);
    }

    @Override
    public Uni<Optional<Message>> message(WorkspaceId workspace, UUID conversation, UUID message) {
        return list(
                        PostgresConversations.READ_MESSAGE,
                        Tuple.of(workspace.value(), conversation, message),
                        ConversationRows::message)
                .map(found -> found.stream().findFirst());
    }

    private <T> Uni<List<T>> list(String statement, Tuple parameters, Function<Row, T> read) {
        return pool.preparedQuery(statement).execute(parameters).map(rows -> {
            List<T> items = new ArrayList<>(rows.size());
            rows.forEach(row -> items.add(read.apply(row)));
            return items;
        });
    }

    private static Shown shown(Row row) {
        return new Shown(ConversationRows.conversation(row), row.getUUID("ticket_id"));
    }
}
