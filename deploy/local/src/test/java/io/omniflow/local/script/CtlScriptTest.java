package io.omniflow.local.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.local.Suite;
import io.omniflow.local.process.PidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CtlScriptTest {
    private final Path data;
    private final Path run;
    private final Process process;

    CtlScriptTest(@TempDir Path data) throws IOException {
        this.data = data;
        this.run = Files.createDirectories(data.resolve("run"));
        this.process = new ProcessBuilder("tail", "-f", "/dev/null").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void a_part_is_held_and_told_to_end() throws Exception {
        launcherLives();
        pidFile("kafka").write(process.toHandle());

        assertEquals(new ScriptRun(0, ""), ctl("stop", "kafka"));

        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        assertTrue(Files.exists(run.resolve("kafka.hold")));
    }

    @Test
    void a_stranger_with_the_number_of_a_part_is_left_alone_and_nothing_is_held() throws Exception {
        launcherLives();
        Files.writeString(run.resolve("kafka.pid"), process.pid() + " 1000000000000");

        assertEquals(new ScriptRun(1, "kafka does not run."), ctl("stop", "kafka"));
        assertEquals(new ScriptRun(1, "kafka does not run."), ctl("restart", "kafka"));

        assertTrue(process.isAlive());
        assertFalse(Files.exists(run.resolve("kafka.hold")));
        assertTrue(ctl("status").output().matches("(?s).*kafka +does not run\n.*"));
    }

    @Test
    void parts_of_a_launcher_that_is_gone_are_left_alone() throws Exception {
        Files.writeString(run.resolve("launcher.pid"), ProcessHandle.current().pid() + " 1000000000000");
        pidFile("kafka").write(process.toHandle());

        assertEquals(1, ctl("stop", "kafka").status());

        assertTrue(process.isAlive());
        assertFalse(Files.exists(run.resolve("kafka.hold")));
    }

    @Test
    void a_part_there_is_not_is_not_held() throws Exception {
        launcherLives();

        assertEquals(1, ctl("stop", "nonsense").status());

        assertFalse(Files.exists(run.resolve("nonsense.hold")));
    }

    private void launcherLives() throws IOException {
        pidFile("launcher").write(ProcessHandle.current());
    }

    private PidFile pidFile(String part) {
        return new PidFile(run.resolve(part + ".pid"));
    }

    private ScriptRun ctl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Suite.project().resolve("deploy/local/ctl").toString()));
        command.addAll(List.of(arguments));
        return ScriptRun.of(data, Map.of("PATH", "/usr/bin:/bin", "OMNIFLOW_DATA", data.toString()), command);
    }
}
