package io.omniflow.local.process;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process: asked first, forced when it does not listen. */
public final class Ending {
    private static final Duration FORCED = Duration.ofSeconds(10);

    private Ending() {}

    /** Returns when it is gone; false when it had to be forced. */
    public static boolean of(ProcessHandle process, Duration patience) throws InterruptedException {
        process.destroy();
        if (gone(process, patience)) {
            return true;
        }
        process.destroyForcibly();
        gone(process, FORCED);
        return false;
    }

    /** The process is polled: for one that is no child, the JVM notices an end only after seconds. */
    private static boolean gone(ProcessHandle process, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                process.onExit().get(50, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillThere) {
                // asked again above
            } catch (ExecutionException e) {
                throw new IllegalStateException("The end of a process cannot be observed", e);
            }
        }
        return true;
    }
}
