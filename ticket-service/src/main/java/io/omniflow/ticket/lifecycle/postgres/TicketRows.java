package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Source;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket as a row, and back. */
public final class TicketRows {
    /** The columns {@link #ticket} reads, of a table named t. */
    public static final String COLUMNS = "t.id, t.number, t.title, t.description, t.status, t.priority, t.assignee_id,"
            + " t.team_id, t.tags, t.contact_ids, t.conversation_ids, t.custom_fields, t.source, t.external_id,"
            + " t.merged_into, t.version, t.created_at, t.updated_at, t.first_responded_at, t.resolved_at, t.closed_at";

    static final String NAMES = "workspace_id, id, number, title, description, status, priority, assignee_id, team_id,"
            + " tags, contact_ids, conversation_ids, custom_fields, source, external_id, merged_into, version,"
            + " created_at, updated_at, first_responded_at, resolved_at, closed_at";
    static final String TYPES = "workspace_id uuid, id uuid, number bigint, title text, description text, status text,"
            + " priority smallint, assignee_id uuid, team_id uuid, tags text[], contact_ids uuid[],"
            + " conversation_ids uuid[], custom_fields jsonb, source text, external_id text, merged_into uuid,"
            + " version bigint, created_at timestamptz, updated_at timestamptz, first_responded_at timestamptz,"
            + " resolved_at timestamptz, closed_at timestamptz";

    private TicketRows() {}

    static JsonObject row(WorkspaceId workspace, Ticket ticket) {
        return new JsonObject()
                .put("workspace_id", workspace.value().toString())
                .put("id", ticket.id().value().toString())
                .put("number", ticket.number())
                .put("title", ticket.title())
                .put("description", ticket.description())
                .put("status", name(ticket.status()))
                .put("priority", ticket.priority().rank())
                .put("assignee_id", text(ticket.assigneeId()))
                .put("team_id", text(ticket.teamId()))
                .put("tags", new JsonArray(ticket.tags().values()))
                .put("contact_ids", ids(ticket.contactIds()))
                .put("conversation_ids", ids(ticket.conversationIds()))
                .put("custom_fields", new JsonObject(ticket.customFields()))
                .put("source", name(ticket.source()))
                .put("external_id", ticket.externalId())
                .put(
                        "merged_into",
                        ticket.mergedInto() == null
                                ? null
                                : text(ticket.mergedInto().value()))
                .put("version", ticket.version())
                .put("created_at", text(ticket.createdAt()))
                .put("updated_at", text(ticket.updatedAt()))
                .put("first_responded_at", text(ticket.firstRespondedAt()))
                .put("resolved_at", text(ticket.resolvedAt()))
                .put("closed_at", text(ticket.closedAt()));
    }

    /** Reads {@link #COLUMNS}, which stand first: by place, since by name each would be searched for among all. */
    public static Ticket ticket(Row row) {
        @Nullable UUID mergedInto = row.getUUID(14);
        return new Ticket(
                new TicketId(row.getUUID(0)),
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Status.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                Priority.ofRank(row.getInteger(5)),
                row.getUUID(6),
                row.getUUID(7),
                new Tags(List.of(row.getArrayOfStrings(8))),
                List.of(row.getArrayOfUUIDs(9)),
                List.of(row.getArrayOfUUIDs(10)),
                fields(row.getJsonObject(11)),
                Source.valueOf(row.getString(12).toUpperCase(Locale.ROOT)),
                row.getString(13),
                mergedInto == null ? null : new TicketId(mergedInto),
                row.getLong(15),
                instant(row.getOffsetDateTime(16)),
                instant(row.getOffsetDateTime(17)),
                optional(row.getOffsetDateTime(18)),
                optional(row.getOffsetDateTime(19)),
                optional(row.getOffsetDateTime(20)));
    }

    /** The name of an enum constant as it is stored and shown. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> fields(JsonObject stored) {
        return new TreeMap<>(stored.getMap());
    }

    private static JsonArray ids(List<UUID> ids) {
        JsonArray texts = new JsonArray();
        ids.forEach(id -> texts.add(id.toString()));
        return texts;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }

    private static @Nullable Instant optional(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
