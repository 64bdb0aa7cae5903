package io.omniflow.ticket.imports.postgres;

import io.omniflow.ticket.imports.domain.History;
import io.omniflow.ticket.imports.domain.HistoryEntry;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A staged line as it is stored, and back. */
final class HistoryJson {
    private HistoryJson() {}

    static JsonObject write(History history) {
        JsonArray entries = new JsonArray();
        history.entries().forEach(entry -> entries.add(write(entry)));
        return new JsonObject()
                .put("externalId", history.externalId())
                .put("title", history.title())
                .put("description", history.description())
                .put(
                        "priority",
                        history.priority() == null ? null : history.priority().name())
                .put(
                        "createdAt",
                        history.createdAt() == null ? null : history.createdAt().toString())
                .put("tags", new JsonArray(history.tags().values()))
                .put("customFields", new JsonObject(history.customFields()))
                .put("entries", entries);
    }

    private static JsonObject write(HistoryEntry entry) {
        return new JsonObject()
                .put("at", entry.at().toString())
                .put("status", entry.status() == null ? null : entry.status().name())
                .put(
                        "priority",
                        entry.priority() == null ? null : entry.priority().name())
                .put("assignee", entry.assignee())
                .put("team", entry.team())
                .put("actor", entry.actor())
                .put("agentReplied", entry.agentReplied())
                .put("note", entry.note());
    }

    static History read(JsonObject json) {
        List<HistoryEntry> entries = new ArrayList<>();
        JsonArray stored = json.getJsonArray("entries");
        for (int i = 0; i < stored.size(); i++) {
            entries.add(entry(stored.getJsonObject(i)));
        }
        List<String> tags = new ArrayList<>();
        json.getJsonArray("tags").forEach(tag -> tags.add(tag.toString()));
        @Nullable String createdAt = json.getString("createdAt");
        return new History(
                json.getString("externalId"),
                json.getString("title"),
                json.getString("description"),
                priority(json),
                createdAt == null ? null : Instant.parse(createdAt),
                new Tags(tags),
                new TreeMap<>(json.getJsonObject("customFields").getMap()),
                entries);
    }

    private static HistoryEntry entry(JsonObject json) {
        @Nullable String status = json.getString("status");
        return new HistoryEntry(
                Instant.parse(json.getString("at")),
                status == null ? null : Status.valueOf(status),
                priority(json),
                json.getString("assignee"),
                json.getString("team"),
                json.getString("actor"),
                json.getBoolean("agentReplied"),
                json.getString("note"));
    }

    private static @Nullable Priority priority(JsonObject json) {
        @Nullable String priority = json.getString("priority");
        return priority == null ? null : Priority.valueOf(priority);
    }
}
