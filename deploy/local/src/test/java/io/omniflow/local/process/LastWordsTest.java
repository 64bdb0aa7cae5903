package io.omniflow.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {
    private final Path log;

    LastWordsTest(@TempDir Path folder) {
        log = folder.resolve("part.log");
    }

    @Test
    void the_last_error_says_more_than_what_came_after_it() throws IOException {
        Files.writeString(log, """
                {"level":"INFO","message":"starting"}
                {"level":"ERROR","message":"Failed to start application","exception":{"message":"no such role"}}
                {"level":"INFO","message":"stopped in 0.1 s"}
                """);
        assertEquals("Failed to start application: no such role", LastWords.in(log, 0));
    }

    @Test
    void the_innermost_reason_of_a_failed_start_counts() throws IOException {
        Files.writeString(log, """
                {"level":"ERROR","message":"Failed to start application","exception":{"message":"outer","causedBy":{"exception":{"message":"no key\\nmore"}}}}
                {"level":"ERROR","message":"something fell over while stopping"}
                """);
        assertEquals("Failed to start application: no key", LastWords.in(log, 0));
    }

    @Test
    void without_an_error_the_last_line_must_do() throws IOException {
        Files.writeString(log, "one\ntwo\n\n");
        assertEquals("two", LastWords.in(log, 0));
    }

    @Test
    void what_an_earlier_process_wrote_is_not_this_ones() throws IOException {
        Files.writeString(log, "ERROR of yesterday\n");
        assertEquals("it wrote nothing", LastWords.in(log, Files.size(log)));
    }

    @Test
    void no_log_at_all_is_said() {
        assertEquals("it wrote nothing", LastWords.in(log, 0));
    }
}
