package io.omniflow.ticket.imports.text;

import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.imports.CsvMapping;
import io.omniflow.ticket.imports.StagedLine;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads an event log row by row, never the whole of it. Names of columns may occur twice; the first counts. */
final class CsvFile {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setTrailingData(false)
            .get();

    private CsvFile() {}

    /** Fails with 422 when the mapping does not fit the header, and with 400 when the file is no CSV. */
    static Multi<StagedLine> rows(Path file, CsvMapping mapping) {
        return Multi.createFrom()
                .resource(() -> open(file), opened -> rows(opened, mapping))
                .withFinalizer(CsvFile::close)
                .onFailure(UncheckedIOException.class)
                .transform(failure -> Problems.malformed("file", "The file is no CSV in UTF-8 of rows below 1 MB"))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Multi<StagedLine> rows(Opened opened, CsvMapping mapping) {
        var records = opened.parser.iterator();
        if (!records.hasNext()) {
            return Multi.createFrom().failure(Problems.malformed("file", "The file has no header"));
        }
        CsvColumns columns = CsvColumns.of(mapping, records.next().toList());
        return Multi.createFrom()
                .iterable(() -> records)
                .invoke(record -> opened.rows.next())
                .map(record -> line(columns, record));
    }

    private static StagedLine line(CsvColumns columns, CSVRecord record) {
        long number = record.getRecordNumber();
        try {
            int size = record.stream().mapToInt(String::length).sum();
            return new StagedLine.Taken(number, size, columns.history(record.toList()));
        } catch (Unreadable e) {
            return new StagedLine.LeftOut(number, e.reason());
        }
    }

    private record Opened(RowReader rows, CSVParser parser) {}

    private static Opened open(Path file) {
        try {
            RowReader rows = new RowReader(Files.newBufferedReader(file, StandardCharsets.UTF_8));
            return new Opened(rows, CSVParser.parse(rows, FORMAT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(Opened opened) {
        try {
            opened.parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
