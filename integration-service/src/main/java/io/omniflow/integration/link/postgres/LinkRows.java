package io.omniflow.integration.link.postgres;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.link.domain.ExternalIssue;
import io.omniflow.integration.link.domain.Link;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.integration.link.domain.LinkState;
import io.omniflow.integration.link.domain.Priority;
import io.omniflow.integration.link.domain.ReportedTicket;
import io.omniflow.kit.identity.WorkspaceId;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Links to and from rows of the table {@code link}. */
final class LinkRows {
    private LinkRows() {}

    /** The key and the columns that change, in the order both statements take them. */
    static Tuple moving(Link link) {
        return Tuple.tuple()
                .addUUID(link.workspace().value())
                .addUUID(link.id().value())
                .addString(link.state().text())
                .addUUID(link.command())
                .addValue(json(link.ticket()))
                .addValue(json(link.issue()))
                .addValue(json(link.problem()))
                .addInteger(link.attempts())
                .addString(link.requestedBy())
                .addLong(link.version())
                .addOffsetDateTime(link.updatedAt().atOffset(ZoneOffset.UTC));
    }

    /** Adds the columns that never change. */
    static Tuple fixed(Link link, Tuple moving) {
        return moving.addUUID(link.ticketId())
                .addUUID(link.connectionId().value())
                .addString(link.system().text())
                .addUUID(link.issueId())
                .addValue(link.target())
                .addOffsetDateTime(link.createdAt().atOffset(ZoneOffset.UTC));
    }

    static Link link(Row row) {
        String system = row.getString("system");
        return new Link(
                new WorkspaceId(row.getUUID("workspace_id")),
                new LinkId(row.getUUID("id")),
                row.getUUID("ticket_id"),
                new ConnectionId(row.getUUID("connection_id")),
                ExternalSystem.of(system).orElseThrow(() -> new IllegalStateException("stored system " + system)),
                LinkState.of(row.getString("state")),
                row.getString("target"),
                row.getUUID("issue_id"),
                row.getUUID("command"),
                ticket(row.getJsonObject("ticket")),
                issue(row.getJsonObject("issue")),
                problem(row.getJsonObject("problem")),
                row.getInteger("attempts"),
                row.getString("requested_by"),
                row.getLong("version"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static @Nullable JsonObject json(@Nullable ReportedTicket ticket) {
        return ticket == null
                ? null
                : new JsonObject()
                        .put("number", ticket.number())
                        .put("title", ticket.title())
                        .put("description", ticket.description())
                        .put("priority", ticket.priority().name());
    }

    private static @Nullable ReportedTicket ticket(@Nullable JsonObject json) {
        return json == null
                ? null
                : new ReportedTicket(
                        json.getLong("number"),
                        json.getString("title"),
                        json.getString("description"),
                        Priority.valueOf(json.getString("priority")));
    }

    private static @Nullable JsonObject json(@Nullable ExternalIssue issue) {
        return issue == null
                ? null
                : new JsonObject()
                        .put("id", issue.id())
                        .put("key", issue.key())
                        .put("url", issue.url())
                        .put("state", issue.state());
    }

    private static @Nullable ExternalIssue issue(@Nullable JsonObject json) {
        return json == null
                ? null
                : new ExternalIssue(
                        json.getString("id"), json.getString("key"), json.getString("url"), json.getString("state"));
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

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
