package io.omniflow.local.parts;

import io.omniflow.local.LaunchFailure;
import io.omniflow.local.process.ChildCommand;
import io.omniflow.local.process.LastWords;
import io.omniflow.local.process.PidFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A Java program as a child process: started on a flat class path, because the ahead-of-time cache covers only classes
 * of the JVM's own loaders.
 *
 * @param ready asked again and again while the child starts
 */
record JavaChild(
        String name,
        List<String> jvmOptions,
        List<Path> classPath,
        List<String> mainAndArguments,
        Map<String, String> environment,
        Path log,
        Path temporary,
        PidFile pidFile,
        Path caches,
        Ready ready) {
    private static final Duration READY_LIMIT = Duration.ofMinutes(3);
    private static final int PAUSE_MILLIS = 50;

    /** Whether the started process answers. */
    @FunctionalInterface
    interface Ready {
        boolean answers(Process process) throws IOException, InterruptedException;
    }

    Part.Running start() throws InterruptedException {
        try {
            Files.createDirectories(temporary);
            AotCache cache = AotCache.of(caches, name, classPath, jvmOptions);
            if (cache.isRecorded()) {
                try {
                    return start(cache);
                } catch (LaunchFailure maybeTheCache) {
                    cache.discard();
                }
            }
            return start(cache);
        } catch (IOException e) {
            throw new LaunchFailure(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    private Part.Running start(AotCache cache) throws IOException, InterruptedException {
        long logged = Files.exists(log) ? Files.size(log) : 0;
        boolean records = !cache.isRecorded();
        Process process = new ChildCommand(name, command(cache), environment, log).start(pidFile);
        try {
            awaitReady(process, logged);
        } catch (InterruptedException | IOException | LaunchFailure e) {
            process.children().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            cache.forgetRecording();
            pidFile.delete();
            throw e;
        }
        return new RunningChild(process, name, log, logged, pidFile, records ? new AotRecording(process, cache) : null);
    }

    private List<String> command(AotCache cache) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(cache.jvmOptions());
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.addAll(mainAndArguments);
        return command;
    }

    /** A program that has ended but for its JVM, which still writes down how to start it quicker. */
    private static boolean assembles(Process process) {
        return process.children().findAny().isPresent();
    }

    private void awaitReady(Process process, long logged) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (!ready.answers(process)) {
            if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS) || assembles(process)) {
                throw new LaunchFailure(
                        name + " ended while starting: " + LastWords.in(log, logged) + " (see " + log + ")");
            }
            if (System.nanoTime() > deadline) {
                throw new LaunchFailure(name + " was not ready after " + READY_LIMIT.toSeconds() + " s: "
                        + LastWords.in(log, logged) + " (see " + log + ")");
            }
        }
    }
}
