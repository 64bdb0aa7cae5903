package io.omniflow.ticket.imports.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.imports.StagedLine;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Reads an NDJSON file line by line, never the whole of it. Empty lines are passed over. */
final class NdjsonFile {
    private final ObjectMapper json;

    NdjsonFile(ObjectMapper json) {
        this.json = json;
    }

    /** Fails with 400 when the file is no text, or has a line without end. */
    Multi<StagedLine> lines(Path file) {
        return Multi.createFrom()
                .resource(() -> open(file), this::lines)
                .withFinalizer(NdjsonFile::close)
                .onFailure(UncheckedIOException.class)
                .transform(failure -> Problems.malformed("", "The file is no NDJSON in UTF-8 of lines below 1 MB"))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Multi<StagedLine> lines(Opened opened) {
        AtomicLong number = new AtomicLong();
        Stream<StagedLine> lines = opened.lines
                .lines()
                .peek(line -> opened.rows.next())
                .flatMap(line -> line(number.incrementAndGet(), line));
        return Multi.createFrom().items(lines);
    }

    private Stream<StagedLine> line(long number, String line) {
        if (line.isBlank()) {
            return Stream.empty();
        }
        try {
            return Stream.of(new StagedLine.Taken(
                    number,
                    line.length(),
                    json.readValue(line, HistoryLine.class).read()));
        } catch (Unreadable e) {
            return Stream.of(new StagedLine.LeftOut(number, e.reason()));
        } catch (JsonProcessingException e) {
            return Stream.of(
                    new StagedLine.LeftOut(number, "not the JSON of a ticket's history: " + e.getOriginalMessage()));
        }
    }

    private record Opened(RowReader rows, BufferedReader lines) {}

    private static Opened open(Path file) {
        try {
            RowReader rows = new RowReader(Files.newBufferedReader(file, StandardCharsets.UTF_8));
            return new Opened(rows, new BufferedReader(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(Opened opened) {
        try {
            opened.lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
