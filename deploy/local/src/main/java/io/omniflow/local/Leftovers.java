package io.omniflow.local;

import io.omniflow.embedded.PostgresConfig;
import io.omniflow.embedded.PostgresServer;
import io.omniflow.local.process.Ending;
import io.omniflow.local.process.PidFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a launcher that was killed has left running, found by its pid files; PostgreSQL is ended last. */
record Leftovers(Layout layout, SuitePorts ports) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final List<String> JAVA_PARTS = Stream.concat(
                    SuiteService.all().stream().map(SuiteService::folder), Stream.of("kafka"))
            .toList();

    /** Returns the names of the parts that were ended. Only to be called by the holder of the launcher's lock. */
    List<String> end() throws IOException, InterruptedException {
        Map<String, ProcessHandle> found = new LinkedHashMap<>();
        for (String part : JAVA_PARTS) {
            pidFile(part).process().ifPresent(process -> found.put(part, process));
        }
        found.values().forEach(ProcessHandle::destroy);
        for (ProcessHandle process : found.values()) {
            Ending.of(process, PATIENCE);
        }
        List<String> ended = new ArrayList<>(found.keySet());
        if (PostgresServer.stopAbandoned(
                PostgresConfig.in(layout.postgres(), ports.postgres()).loggingTo(layout.log("postgresql")))) {
            ended.add("postgresql");
        }
        return ended;
    }

    /** What was stopped on purpose then is not now, and nobody reads on in a half-made upload. To be called after {@link #end}. */
    void forgetPurposes() throws IOException {
        layout.forgetTemporary();
        try (DirectoryStream<Path> holds = Files.newDirectoryStream(layout.run(), "*.hold")) {
            for (Path hold : holds) {
                Files.deleteIfExists(hold);
            }
        }
    }

    /** What lies in the run folder speaks of processes; without them it is untrue. The lock itself is never removed. */
    void tidy() throws IOException {
        layout.forgetTemporary();
        try (Stream<Path> files = Files.list(layout.run())) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().equals("launcher.lock")) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private PidFile pidFile(String part) {
        return new PidFile(layout.run().resolve(part + ".pid"));
    }
}
