package io.omniflow.local.parts;

import io.omniflow.local.process.Ending;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The recording of a cache by a running JVM. It is finished on demand while the JVM runs on, where the JDK can do that;
 * an older JDK 25 finishes it as it exits. The JVM assembles the cache in a child process of its own.
 */
final class AotRecording {
    /** With a JDK that records only as it exits: assembling takes long when all parts do it at once. */
    private static final Duration AT_EXIT_PATIENCE = Duration.ofMinutes(3);

    /** The program ends in a second or two; what takes longer is writing down what would be thrown away. */
    private static final Duration UNFINISHED_PATIENCE = Duration.ofSeconds(8);

    /** Each takes 300 MB and a processor while it lasts. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    /** A JVM that is stopped by a signal takes no orders; another assembles its cache in a quarter of this. */
    private static final Duration ORDER_LIMIT = Duration.ofMinutes(2);

    private static final int PAUSE_MILLIS = 50;

    private final Process process;
    private final AotCache cache;
    private volatile boolean finished;
    private volatile boolean onlyAtExit;

    AotRecording(Process process, AotCache cache) {
        this.process = process;
        this.cache = cache;
    }

    boolean isFinished() {
        return finished;
    }

    /** Returns when the cache is complete, or when it turns out that this JDK completes it only at exit. */
    void finish() throws InterruptedException {
        AT_ONCE.acquire();
        try {
            String answer = order("AOT.end_recording");
            finished = answer.contains("success");
            if (finished) {
                cache.keepRecording();
            }
        } catch (IOException noToolOrNoAnswer) {
            // A later start is slower without the cache, which is no reason to fail this one.
            finished = false;
        } finally {
            AT_ONCE.release();
        }
        onlyAtExit = !finished;
    }

    private String order(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        try {
            if (!jcmd.waitFor(ORDER_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("jcmd gets no answer from process " + process.pid());
            }
        } finally {
            jcmd.destroyForcibly();
        }
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /**
     * Ends the process although the recording is not finished. Once the process has a child, the program itself has
     * ended and only the assembling goes on, which nobody waits for unless there is no other time for it.
     */
    void end() throws IOException, InterruptedException {
        if (onlyAtExit) {
            if (Ending.of(process.toHandle(), AT_EXIT_PATIENCE)) {
                cache.keepRecording();
            }
            return;
        }
        process.destroy();
        long deadline = System.nanoTime() + UNFINISHED_PATIENCE.toNanos();
        while (!process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            if (process.children().findAny().isPresent() || System.nanoTime() > deadline) {
                process.children().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        }
        cache.forgetRecording();
    }
}
