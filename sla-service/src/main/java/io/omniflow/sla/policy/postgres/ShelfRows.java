package io.omniflow.sla.policy.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.policy.Books;
import io.omniflow.sla.policy.KeptPolicy;
import io.omniflow.sla.policy.Shelf;
import io.omniflow.sla.policy.domain.Book;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Books out of rows, one an entry with the version of the policy it names, and into them. */
final class ShelfRows {
    private ShelfRows() {}

    /** @param rows of one book next to each other, in order */
    static Map<Books.Issue, Shelf> read(RowSet<Row> rows) {
        Map<Books.Issue, List<Book.Entry>> entries = new LinkedHashMap<>();
        Map<Books.Issue, List<KeptPolicy>> policies = new HashMap<>();
        rows.forEach(row -> {
            WorkspaceId workspace = new WorkspaceId(row.getUUID("workspace_id"));
            Books.Issue issue = new Books.Issue(workspace, row.getInteger("revision"));
            Book.Entry entry = entry(row.getJsonObject("entry"));
            entries.computeIfAbsent(issue, _ -> new ArrayList<>()).add(entry);
            policies.computeIfAbsent(issue, _ -> new ArrayList<>())
                    .add(
                            row.getInteger("version") == null
                                    ? KeptPolicy.usual(workspace.value())
                                    : policy(row, entry.policyId()));
        });
        Map<Books.Issue, Shelf> read = new HashMap<>();
        entries.forEach((issue, several) -> read.put(
                issue, Shelf.of(new Book(issue.revision(), several), policies.getOrDefault(issue, List.of()))));
        return read;
    }

    static KeptPolicy policy(Row row, UUID id) {
        return new KeptPolicy(
                id,
                DefinitionJson.read(row.getString("name"), row.getJsonObject("definition")),
                row.getInteger("version"),
                new KeptPolicy.Trail(
                        instant(row, "created_at"), instant(row, "changed_at"), row.getString("changed_by")));
    }

    static JsonArray write(Book book) {
        JsonArray written = new JsonArray();
        book.entries()
                .forEach(entry -> written.add(new JsonObject()
                        .put("policyId", entry.policyId().toString())
                        .put("version", entry.version())
                        .put("calendarId", entry.calendarId().toString())
                        .put("calendarVersion", entry.calendarVersion())));
        return written;
    }

    private static Book.Entry entry(JsonObject json) {
        return new Book.Entry(
                UUID.fromString(json.getString("policyId")),
                json.getInteger("version"),
                UUID.fromString(json.getString("calendarId")),
                json.getInteger("calendarVersion"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
