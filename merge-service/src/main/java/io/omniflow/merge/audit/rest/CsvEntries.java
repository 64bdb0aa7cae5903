package io.omniflow.merge.audit.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.kit.download.CsvTable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Entries as rows of a table. */
final class CsvEntries {
    private CsvEntries() {}

    /** @param json writes what is no single value into one cell */
    static CsvTable<EntryView> table(Function<Object, String> json) {
        return new CsvTable<>(List.of(
                new CsvTable.Column<>("sequence", EntryView::sequence),
                new CsvTable.Column<>("id", EntryView::id),
                new CsvTable.Column<>("ticketId", EntryView::ticketId),
                new CsvTable.Column<>("kind", EntryView::kind),
                new CsvTable.Column<>("actor", EntryView::actor),
                new CsvTable.Column<>("at", EntryView::at),
                new CsvTable.Column<>("recordedAt", EntryView::recordedAt),
                new CsvTable.Column<>("service", EntryView::service),
                new CsvTable.Column<>("mergeId", EntryView::mergeId),
                new CsvTable.Column<>("correlationId", EntryView::correlationId),
                new CsvTable.Column<>("before", entry -> cell(entry.before(), json)),
                new CsvTable.Column<>("after", entry -> cell(entry.after(), json)),
                new CsvTable.Column<>("details", entry -> json.apply(entry.details())),
                new CsvTable.Column<>("origin", entry -> json.apply(entry.origin())),
                new CsvTable.Column<>("redacted", EntryView::redacted),
                new CsvTable.Column<>("salt", EntryView::salt),
                new CsvTable.Column<>("payloadHash", EntryView::payloadHash),
                new CsvTable.Column<>("previousHash", EntryView::previousHash),
                new CsvTable.Column<>("hash", EntryView::hash)));
    }

    /** Also a plain text is written as JSON, in its quotes: the text null and no value differ. */
    private static @Nullable String cell(JsonNode value, Function<Object, String> json) {
        return value.isNull() || value.isMissingNode() ? null : json.apply(value);
    }
}
