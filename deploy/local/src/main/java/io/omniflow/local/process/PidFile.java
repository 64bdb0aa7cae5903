package io.omniflow.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process across the death of whoever started it. The start time stands beside the number, because numbers
 * are given again and a stranger must never be ended.
 */
public record PidFile(Path path) {
    private static final Duration TOLERANCE = Duration.ofMillis(1500);

    public void write(ProcessHandle process) throws IOException {
        Instant started = process.info().startInstant().orElseThrow(() -> new IOException("A process without a start"));
        Path beside = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(beside, process.pid() + " " + started.toEpochMilli());
        Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The process that was remembered, if it is still the same and alive. */
    public Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        String[] words = Files.readString(path).strip().split(" ");
        if (words.length != 2 || !words[0].matches("\\d{1,18}") || !words[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(start, started).abs().compareTo(TOLERANCE) < 0)
                        .orElse(false));
    }

    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
