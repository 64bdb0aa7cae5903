package io.omniflow.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @Test
    void what_was_held_and_put_aside_for_a_former_run_is_forgotten(@TempDir Path data) throws IOException {
        Layout layout = new Layout(data, data);
        Files.createDirectories(layout.temporary());
        Files.writeString(layout.temporary().resolve("upload"), "half");
        for (String file : List.of("kafka.hold", "launcher.pid", "launcher.lock")) {
            Files.writeString(layout.run().resolve(file), "");
        }

        new Leftovers(layout, new SuitePorts(1, 2, 3, 4)).forgetPurposes();

        try (Stream<Path> left = Files.list(layout.run())) {
            assertEquals(
                    List.of("launcher.lock", "launcher.pid"),
                    left.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
