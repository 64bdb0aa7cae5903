package io.omniflow.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} in a data directory says: line 1 the process, line 3 its start in epoch seconds, line 8
 * its state. After a crash the file stays and the number in it may by then belong to a stranger.
 */
record PostmasterFile(long pid, Instant startedAt, String state) {
    private static final Duration TOLERANCE = Duration.ofSeconds(10);
    private static final int STATE_LINE = 7;

    static Optional<PostmasterFile> in(Path dataDirectory) throws IOException {
        try {
            List<String> lines = Files.readAllLines(dataDirectory.resolve("postmaster.pid"));
            if (lines.size() < 3) {
                return Optional.empty();
            }
            String state = lines.size() > STATE_LINE ? lines.get(STATE_LINE).strip() : "starting";
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(0).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
                    state));
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    /** The live server of this file, and not a stranger that was given its number. */
    Optional<ProcessHandle> server() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> process.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) < 0)
                .orElse(false));
    }

    boolean isReady() {
        return "ready".equals(state);
    }
}
