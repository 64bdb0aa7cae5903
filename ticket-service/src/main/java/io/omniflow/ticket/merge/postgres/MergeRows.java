package io.omniflow.ticket.merge.postgres;

import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.merge.Merges;
import io.omniflow.ticket.merge.domain.Brought;
import io.omniflow.ticket.merge.domain.Grant;
import io.omniflow.ticket.merge.domain.Merging;
import io.omniflow.ticket.merge.domain.Part;
import io.omniflow.ticket.merge.domain.Start;
import io.omniflow.ticket.merge.domain.Undoing;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is kept of merges as rows, and back. */
final class MergeRows {
    private static final String TAG = "tag";
    private static final String CONTACT = "contact";
    private static final String SOURCE = "source";
    private static final String KIND = "kind";
    private static final String VALUE = "value";

    private MergeRows() {}

    static Merges.Ground ground(Row row) {
        Map<TicketId, List<UUID>> notes = new HashMap<>();
        row.getJsonObject("notes").forEach(ofTicket -> {
            List<UUID> ids = new ArrayList<>();
            ((JsonArray) ofTicket.getValue()).forEach(id -> ids.add(UUID.fromString((String) id)));
            notes.put(new TicketId(UUID.fromString(ofTicket.getKey())), ids);
        });
        return new Merges.Ground(notes, grants(row), row.getBoolean("earlier_start") ? Start.EARLIEST : Start.OWN);
    }

    static Merges.Standing standing(Row row) {
        List<TicketId> sources = new ArrayList<>();
        Map<TicketId, Undoing.Kept> kept = new HashMap<>();
        for (Object each : row.getJsonArray("sources")) {
            JsonObject source = (JsonObject) each;
            TicketId id = new TicketId(UUID.fromString(source.getString("id")));
            sources.add(id);
            kept.put(
                    id,
                    new Undoing.Kept(
                            Status.valueOf(source.getString("status").toUpperCase(Locale.ROOT)),
                            instant(source.getString("resolvedAt")),
                            instant(source.getString("closedAt")),
                            moved(source.getJsonArray("conversations"))));
        }
        return new Merges.Standing(
                new TicketId(row.getUUID("destination_id")),
                sources,
                row.getBoolean("undone") ? Merges.State.UNDONE : Merges.State.MERGED,
                kept,
                grants(row),
                Optional.ofNullable(row.getUUID("holder")));
    }

    private static List<Undoing.Moved> moved(JsonArray conversations) {
        List<Undoing.Moved> moved = new ArrayList<>(conversations.size());
        for (Object each : conversations) {
            JsonObject conversation = (JsonObject) each;
            moved.add(new Undoing.Moved(
                    UUID.fromString(conversation.getString("id")), instant(conversation.getString("answeredAt"))));
        }
        return moved;
    }

    private static List<Grant> grants(Row row) {
        JsonArray stored = row.getJsonArray("grants");
        List<Grant> grants = new ArrayList<>(stored.size());
        for (Object each : stored) {
            JsonObject grant = (JsonObject) each;
            grants.add(new Grant(
                    TAG.equals(grant.getString(KIND))
                            ? new Part.Tag(grant.getString(VALUE))
                            : new Part.Contact(UUID.fromString(grant.getString(VALUE))),
                    UUID.fromString(grant.getString("merge")),
                    new TicketId(UUID.fromString(grant.getString(SOURCE)))));
        }
        return grants;
    }

    static JsonArray sources(List<Brought> brought) {
        JsonArray rows = new JsonArray();
        for (Brought each : brought) {
            rows.add(new JsonObject()
                    .put("id", each.source().value().toString())
                    .put("position", rows.size())
                    .put("status", each.previousStatus().name().toLowerCase(Locale.ROOT))
                    .put("resolved_at", text(each.resolvedAt()))
                    .put("closed_at", text(each.closedAt())));
        }
        return rows;
    }

    static JsonArray items(List<Brought> brought) {
        JsonArray rows = new JsonArray();
        for (Brought each : brought) {
            each.load().conversationIds().forEach(id -> rows.add(item("conversation", id, each, rows.size())));
            each.load().noteIds().forEach(id -> rows.add(item("note", id, each, rows.size())));
        }
        return rows;
    }

    private static JsonObject item(String kind, UUID id, Brought brought, int position) {
        return new JsonObject()
                .put(KIND, kind)
                .put("id", id.toString())
                .put(SOURCE, brought.source().value().toString())
                .put("position", position);
    }

    static JsonArray grants(Merging.Merged merged) {
        JsonArray rows = new JsonArray();
        merged.grants()
                .forEach(grant -> rows.add(
                        part(grant.part()).put(SOURCE, grant.source().value().toString())));
        return rows;
    }

    static JsonArray parts(Collection<Part> parts) {
        JsonArray rows = new JsonArray();
        parts.forEach(each -> rows.add(part(each)));
        return rows;
    }

    private static JsonObject part(Part part) {
        return switch (part) {
            case Part.Tag(String value) -> new JsonObject().put(KIND, TAG).put(VALUE, value);
            case Part.Contact(UUID id) -> new JsonObject().put(KIND, CONTACT).put(VALUE, id.toString());
        };
    }

    static JsonArray back(Map<UUID, TicketId> back) {
        JsonArray rows = new JsonArray();
        back.forEach((conversation, source) -> rows.add(new JsonObject()
                .put("id", conversation.toString())
                .put(SOURCE, source.value().toString())));
        return rows;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable Instant instant(@Nullable String time) {
        return time == null ? null : OffsetDateTime.parse(time).toInstant();
    }
}
