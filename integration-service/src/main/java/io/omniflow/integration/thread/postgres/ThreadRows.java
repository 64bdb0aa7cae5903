package io.omniflow.integration.thread.postgres;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.link.domain.Priority;
import io.omniflow.integration.thread.domain.Progress;
import io.omniflow.integration.thread.domain.ThreadId;
import io.omniflow.integration.thread.domain.ThreadState;
import io.omniflow.integration.thread.domain.TicketCard;
import io.omniflow.integration.thread.domain.TicketThread;
import io.omniflow.kit.identity.WorkspaceId;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Threads to and from rows of the table {@code thread}. */
final class ThreadRows {
    private ThreadRows() {}

    /** The key and the columns that change, in the order both statements take them. */
    static Tuple moving(TicketThread thread) {
        return Tuple.tuple()
                .addUUID(thread.workspace().value())
                .addUUID(thread.id().value())
                .addString(thread.message())
                .addString(thread.state().text())
                .addUUID(thread.command())
                .addValue(json(thread.card()))
                .addValue(json(thread.problem()))
                .addArrayOfUUID(thread.merged().toArray(UUID[]::new))
                .addString(thread.requestedBy())
                .addLong(thread.version())
                .addOffsetDateTime(thread.updatedAt().atOffset(ZoneOffset.UTC));
    }

    /** Adds the columns that never change. */
    static Tuple fixed(TicketThread thread, Tuple moving) {
        return moving.addUUID(thread.ticketId())
                .addUUID(thread.connectionId().value())
                .addString(thread.channel())
                .addOffsetDateTime(thread.createdAt().atOffset(ZoneOffset.UTC));
    }

    static TicketThread thread(Row row) {
        return new TicketThread(
                new WorkspaceId(row.getUUID("workspace_id")),
                new ThreadId(row.getUUID("id")),
                row.getUUID("ticket_id"),
                new ConnectionId(row.getUUID("connection_id")),
                row.getString("channel"),
                row.getString("message"),
                ThreadState.of(row.getString("state")),
                row.getUUID("command"),
                card(row.getJsonObject("card")),
                problem(row.getJsonObject("problem")),
                List.of(row.getArrayOfUUIDs("merged")),
                row.getString("requested_by"),
                row.getLong("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private static @Nullable JsonObject json(@Nullable TicketCard card) {
        return card == null
                ? null
                : new JsonObject()
                        .put("number", card.number())
                        .put("title", card.title())
                        .put("priority", card.priority().name())
                        .put("status", card.status().name());
    }

    private static @Nullable TicketCard card(@Nullable JsonObject json) {
        return json == null
                ? null
                : new TicketCard(
                        json.getLong("number"),
                        json.getString("title"),
                        Priority.valueOf(json.getString("priority")),
                        Progress.valueOf(json.getString("status")));
    }

    private static @Nullable JsonObject json(@Nullable Problem problem) {
        return problem == null
                ? null
                : new JsonObject()
                        .put("type", problem.type())
                        .put("status", problem.status())
                        .put("detail", problem.detail());
    }

    private static @Nullable Problem problem(@Nullable JsonObject json) {
        return json == null
                ? null
                : new Problem(json.getString("type"), json.getInteger("status"), json.getString("detail"));
    }
}
