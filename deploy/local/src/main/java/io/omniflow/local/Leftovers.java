package io.omniflow.local;

import io.omniflow.embedded.PostgresConfig;
import io.omniflow.embedded.PostgresServer;
import io.omniflow.local.process.Ending;
import io.omniflow.local.process.PidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a launcher that was killed has left running, found by its pid files and ended in order. */
record Leftovers(Layout layout, SuitePorts ports) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Returns the names of the parts that were ended. Only to be called by the holder of the launcher's lock. */
    List<String> end() throws IOException, InterruptedException {
        List<String> ended = new ArrayList<>();
        for (String service : Stream.concat(SuiteService.all().stream().map(SuiteService::folder), Stream.of("kafka"))
                .toList()) {
            Optional<ProcessHandle> process = pidFile(service).process();
            if (process.isPresent()) {
                Ending.of(process.get(), PATIENCE);
                ended.add(service);
            }
        }
        if (PostgresServer.stopAbandoned(
                PostgresConfig.in(layout.postgres(), ports.postgres()).loggingTo(layout.log("postgresql")))) {
            ended.add("postgresql");
        }
        return ended;
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
