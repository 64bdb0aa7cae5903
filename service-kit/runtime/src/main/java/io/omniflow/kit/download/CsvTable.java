package io.omniflow.kit.download;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of RFC 4180. A cell that a spreadsheet would take for a formula gets a quote in front, so it is text there. */
public final class CsvTable<T> {
    private static final String FORMULA = "=+-@\t\r";
    private static final String LINE_END = "\r\n";

    /** One value of a row; null is an empty cell. */
    public record Column<T>(String name, Function<T, @Nullable Object> value) {}

    private final List<Column<T>> columns;

    public CsvTable(List<Column<T>> columns) {
        this.columns = List.copyOf(columns);
    }

    /** The names of the columns as a line. */
    public String header() {
        return columns.stream().map(column -> cell(column.name())).collect(Collectors.joining(",", "", LINE_END));
    }

    /** One line each, none for an empty list. */
    public String rows(List<T> rows) {
        StringBuilder lines = new StringBuilder();
        for (T row : rows) {
            lines.append(columns.stream()
                    .map(column -> column.value().apply(row))
                    .map(value -> value == null ? "" : cell(harmless(value.toString())))
                    .collect(Collectors.joining(",", "", LINE_END)));
        }
        return lines.toString();
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** In quotes where a reader could take the text for more or less than one cell. */
    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                && text.equals(text.strip());
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
