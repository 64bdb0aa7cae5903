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
import java.util.Set;
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

    /** SIGABRT and SIGSEGV, the ways a JVM itself dies. */
    private static final Set<Integer> CRASHES = Set.of(134, 139);

    /** Whether the started process answers. */
    @FunctionalInterface
    interface Ready {
        boolean answers(Process process) throws IOException, InterruptedException;
    }

    Part.Running start() throws InterruptedException {
        try {
            Files.createDirectories(temporary);
            return start(AotCache.of(caches, name, classPath, jvmOptions));
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
        } catch (LaunchFailure failed) {
            boolean cacheIsSuspect = !records && neverRan(process, logged);
            end(process, cache);
            if (cacheIsSuspect) {
                cache.discard();
                return start(cache);
            }
            throw failed;
        } catch (InterruptedException | IOException e) {
            end(process, cache);
            throw e;
        }
        return new RunningChild(process, name, log, logged, pidFile, records ? new AotRecording(process, cache) : null);
    }

    private void end(Process process, AotCache cache) throws IOException, InterruptedException {
        process.children().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        cache.forgetRecording();
        pidFile.delete();
    }

    /** The JVM crashed, or the program did not say a word: one that tells why it ends has loaded its classes well. */
    private boolean neverRan(Process process, long logged) throws IOException {
        boolean crashed = !process.isAlive() && CRASHES.contains(process.exitValue());
        return crashed || !Files.exists(log) || Files.size(log) <= logged;
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
