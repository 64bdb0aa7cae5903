package io.omniflow.merge.audit.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Entries as rows of RFC 4180. A cell that a spreadsheet would take for a formula gets a quote in front, so it is text there. */
final class CsvEntries {
    private static final String FORMULA = "=+-@\t\r";

    private record Column(String name, Function<EntryView, @Nullable Object> value) {}

    private final List<Column> columns;

    /** @param json writes what is no single value into one cell */
    CsvEntries(Function<Object, String> json) {
        this.columns = List.of(
                new Column("sequence", EntryView::sequence),
                new Column("id", EntryView::id),
                new Column("ticketId", EntryView::ticketId),
                new Column("kind", EntryView::kind),
                new Column("actor", EntryView::actor),
                new Column("at", EntryView::at),
                new Column("recordedAt", EntryView::recordedAt),
                new Column("service", EntryView::service),
                new Column("mergeId", EntryView::mergeId),
                new Column("correlationId", EntryView::correlationId),
                new Column("before", entry -> cell(entry.before(), json)),
                new Column("after", entry -> cell(entry.after(), json)),
                new Column("details", entry -> json.apply(entry.details())),
                new Column("origin", entry -> json.apply(entry.origin())),
                new Column("redacted", EntryView::redacted),
                new Column("salt", EntryView::salt),
                new Column("payloadHash", EntryView::payloadHash),
                new Column("previousHash", EntryView::previousHash),
                new Column("hash", EntryView::hash));
    }

    String header() {
        return printed(List.of(columns.stream().map(Column::name).toArray()), UnaryOperator.identity());
    }

    String rows(List<EntryView> entries) {
        StringBuilder rows = new StringBuilder();
        for (EntryView entry : entries) {
            rows.append(printed(
                    Arrays.asList(columns.stream()
                            .map(column -> column.value().apply(entry))
                            .toArray()),
                    CsvEntries::harmless));
        }
        return rows.toString();
    }

    /** Also a plain text is written as JSON, in its quotes: the text null and no value differ. */
    private static @Nullable String cell(JsonNode value, Function<Object, String> json) {
        return value.isNull() || value.isMissingNode() ? null : json.apply(value);
    }

    private static String printed(List<? extends @Nullable Object> cells, UnaryOperator<String> safe) {
        StringBuilder line = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(line, CSVFormat.RFC4180)) {
            for (Object cell : cells) {
                printer.print(cell == null ? "" : safe.apply(cell.toString()));
            }
            printer.println();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString();
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
