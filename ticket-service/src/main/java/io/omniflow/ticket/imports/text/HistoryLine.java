package io.omniflow.ticket.imports.text;

import io.omniflow.ticket.imports.domain.History;
import io.omniflow.ticket.imports.domain.HistoryEntry;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of an NDJSON import as it is written. */
record HistoryLine(
        @Nullable String externalId,
        @Nullable String title,
        @Nullable String description,
        @Nullable Priority priority,
        @Nullable Status status,
        @Nullable String assignee,
        @Nullable String team,
        @Nullable Instant createdAt,
        @Nullable List<String> tags,
        @Nullable Map<String, Object> customFields,
        @Nullable List<Entry> history) {

    record Entry(
            @Nullable Instant at,
            @Nullable Status status,
            @Nullable Priority priority,
            @Nullable String assignee,
            @Nullable String team,
            @Nullable String actor,
            @Nullable Boolean agentReplied,
            @Nullable String note) {}

    /** @throws Unreadable naming the field that is missing or too large */
    History read() {
        return new History(
                Bounds.externalId(externalId),
                Bounds.title(title),
                Bounds.text("description", description),
                priority,
                createdAt == null ? null : Bounds.time("createdAt", createdAt),
                Bounds.tags(tags == null ? Tags.NONE : Tags.of(tags)),
                Bounds.customFields(customFields == null ? Map.of() : customFields),
                entries());
    }

    private List<HistoryEntry> entries() {
        List<HistoryEntry> entries = new java.util.ArrayList<>();
        if (createdAt != null && (status != null || assignee != null || team != null)) {
            entries.add(new HistoryEntry(
                    Bounds.time("createdAt", createdAt),
                    status,
                    null,
                    Bounds.name("assignee", assignee),
                    Bounds.name("team", team),
                    null,
                    null,
                    null));
        }
        for (Entry entry : history == null ? List.<Entry>of() : history) {
            if (entry == null || entry.at() == null) {
                throw new Unreadable("a history entry has no at");
            }
            entries.add(new HistoryEntry(
                    Bounds.time("at", entry.at()),
                    entry.status(),
                    entry.priority(),
                    Bounds.name("assignee", entry.assignee()),
                    Bounds.name("team", entry.team()),
                    Bounds.name("actor", entry.actor()),
                    entry.agentReplied(),
                    Bounds.text("note", entry.note())));
        }
        return entries;
    }
}
