package io.omniflow.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFileTest {
    private final Path path;
    private final PidFile file;

    PidFileTest(@TempDir Path folder) {
        path = folder.resolve("part.pid");
        file = new PidFile(path);
    }

    @Test
    void a_living_process_is_recognised() throws IOException {
        file.write(ProcessHandle.current());
        assertEquals(Optional.of(ProcessHandle.current()), file.process());
    }

    @Test
    void a_number_given_to_another_process_is_not_taken_for_it() throws IOException {
        Files.writeString(path, ProcessHandle.current().pid() + " 1000000000000");
        assertEquals(Optional.empty(), file.process());
    }

    @Test
    void a_missing_file_names_nobody() throws IOException {
        assertEquals(Optional.empty(), file.process());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "12 ", "x y", "99999999999999999999 1", "1 2 3"})
    void a_half_written_file_names_nobody(String content) throws IOException {
        Files.writeString(path, content);
        assertEquals(Optional.empty(), file.process());
    }
}
