package io.omniflow.ticket.imports.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Reads an NDJSON file line by line, never the whole of it. Empty lines are passed over. */
final class NdjsonFile {
    private static final int LONGEST_LINE = 1 << 20;

    private final ObjectMapper json;

    NdjsonFile(ObjectMapper json) {
        this.json = json;
    }

    Multi<StagedLine> lines(Path file) {
        AtomicLong number = new AtomicLong();
        return Multi.createFrom()
                .resource(() -> reader(file), reader -> Multi.createFrom()
                        .items(reader.lines())
                        .map(line -> line(number.incrementAndGet(), line))
                        .filter(line ->
                                !(line instanceof StagedLine.LeftOut(long ordinal, String reason) && reason.isEmpty())))
                .withFinalizer(NdjsonFile::close)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private StagedLine line(long number, String line) {
        if (line.isBlank()) {
            return new StagedLine.LeftOut(number, "");
        }
        if (line.length() > LONGEST_LINE) {
            return new StagedLine.LeftOut(number, "the line is longer than " + LONGEST_LINE + " characters");
        }
        try {
            return new StagedLine.Taken(
                    number, json.readValue(line, HistoryLine.class).read());
        } catch (Unreadable e) {
            return new StagedLine.LeftOut(number, e.reason());
        } catch (JsonProcessingException e) {
            return new StagedLine.LeftOut(number, "not the JSON of a ticket's history: " + e.getOriginalMessage());
        }
    }

    private static BufferedReader reader(Path file) {
        try {
            return Files.newBufferedReader(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
