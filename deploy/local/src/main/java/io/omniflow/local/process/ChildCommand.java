package io.omniflow.local.process;

import io.omniflow.embedded.OwnSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How a child is started: its command, what is set in its environment, and the file its output is appended to. */
public record ChildCommand(String name, List<String> command, Map<String, String> environment, Path log) {

    /** Starts it in a session of its own and remembers it in the pid file. */
    public Process start(PidFile pidFile) throws IOException {
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(OwnSession.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            pidFile.write(process.toHandle());
        } catch (IOException unwritable) {
            process.destroyForcibly();
            throw unwritable;
        }
        return process;
    }
}
