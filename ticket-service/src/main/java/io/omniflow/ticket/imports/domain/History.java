package io.omniflow.ticket.imports.domain;

import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ticket as another system tells it, with all or some of its past. */
public record History(
        String externalId,
        @Nullable String title,
        @Nullable String description,
        @Nullable Priority priority,
        @Nullable Instant createdAt,
        Tags tags,
        Map<String, Object> customFields,
        List<HistoryEntry> entries) {

    /** One after the other: the first says what the ticket is, all say what happened to it. */
    public History followedBy(History other) {
        List<HistoryEntry> all = new ArrayList<>(entries);
        all.addAll(other.entries);
        return new History(externalId, title, description, priority, createdAt, tags, customFields, all);
    }

    public History withCustomFields(Map<String, Object> fields) {
        return new History(externalId, title, description, priority, createdAt, tags, fields, entries);
    }

    /** Oldest first; entries of one instant stay in the order they were told in. */
    public List<HistoryEntry> inOrder() {
        return entries.stream().sorted(Comparator.comparing(HistoryEntry::at)).toList();
    }
}
