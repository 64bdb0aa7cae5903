package io.omniflow.merge.merging.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.merging.Merges;
import io.omniflow.merge.merging.domain.Asked;
import io.omniflow.merge.merging.domain.Merge;
import io.omniflow.merge.merging.domain.Wish;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A merge as a row and back. */
final class MergeRows {
    static final String COLUMNS = "m.workspace_id, m.id, m.sources, m.destination, m.reason, m.asked_by, m.asked_at,"
            + " m.answers, m.version, m.correlation_id, m.copies, m.repeat_at, m.state, m.completed_at, m.undo_by,"
            + " m.undo_at, m.undone_at, m.refused_at, m.refusal";

    private MergeRows() {}

    static List<Merge> all(RowSet<Row> rows) {
        List<Merge> merges = new ArrayList<>(rows.size());
        rows.forEach(row -> merges.add(merge(row)));
        return merges;
    }

    static Merge merge(Row row) {
        return new Merge(
                new WorkspaceId(row.getUUID("workspace_id")),
                row.getUUID("id"),
                new Wish(List.of(row.getArrayOfUUIDs("sources")), row.getUUID("destination"), row.getString("reason")),
                new Asked(row.getString("asked_by"), StateColumns.instant(row, "asked_at")),
                AnswersJson.read(row.getJsonArray("answers")),
                StateColumns.read(row),
                row.getLong("version"));
    }

    static Merges.Sent sent(Row row) {
        Merge merge = merge(row);
        return new Merges.Sent(
                merge,
                new Merges.Command(
                        merge.id(),
                        row.getString("correlation_id"),
                        row.getInteger("copies"),
                        StateColumns.instant(row, "repeat_at")));
    }

    /** The workspaces, then the ids. */
    static Tuple ids(Collection<Merges.Id> ids) {
        return Tuple.of(
                ids.stream().map(id -> id.workspace().value()).toArray(UUID[]::new),
                ids.stream().map(Merges.Id::value).toArray(UUID[]::new));
    }
}
