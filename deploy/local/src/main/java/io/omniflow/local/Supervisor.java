package io.omniflow.local;

import io.omniflow.local.parts.Part;
import io.omniflow.local.process.RestartPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one part running: tells when it dies and starts it again, until told to stop or until it dies too often. A part
 * that ends while its hold file exists was stopped on purpose and stays so until the file is gone.
 */
final class Supervisor {
    private static final Duration HOLD_CHECK = Duration.ofMillis(200);

    private final Part part;
    private final Path holdFile;
    private final Console console;
    private final Clock clock;
    private final Consumer<String> giveUp;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Instant> deaths = new ArrayList<>();
    private volatile Part.@Nullable Running running;
    private volatile @Nullable Thread watcher;

    /** @param giveUp called at most once, with the line to tell, when the part died too often or cannot be watched */
    Supervisor(Part part, Path runFolder, Console console, Clock clock, Consumer<String> giveUp) {
        this.part = part;
        this.holdFile = runFolder.resolve(part.name() + ".hold");
        this.console = console;
        this.clock = clock;
        this.giveUp = giveUp;
    }

    /** The first start, whose failure is the caller's; from then on the part is watched. */
    void start() throws InterruptedException {
        long began = System.nanoTime();
        Part.Running first = part.start();
        running = first;
        console.took(part.name(), Duration.ofNanos(System.nanoTime() - began));
        watcher = Thread.ofVirtual().name("watch-" + part.name()).start(() -> watch(first));
    }

    /** Called once everything is ready. */
    void settle() throws InterruptedException {
        Part.Running ready = running;
        if (ready != null) {
            ready.settle();
        }
    }

    /** Returns when the part is gone. */
    void stop() throws InterruptedException {
        stopping.countDown();
        Thread watching = watcher;
        if (watching != null) {
            watching.interrupt();
            watching.join();
        }
        Part.Running last = running;
        if (last != null) {
            last.stop();
            running = null;
        }
    }

    private void watch(Part.Running first) {
        try {
            Part.@Nullable Running current = first;
            while (current != null) {
                current.process().waitFor();
                if (stopping.getCount() == 0) {
                    return;
                }
                current = Files.exists(holdFile) ? afterHold() : afterDeath(current.lastWords());
            }
        } catch (InterruptedException toldToStop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error unforeseen) {
            // Nobody joins this thread before the end: what is not told here is never told.
            giveUp.accept(part.name() + " cannot be watched any more, so everything stops: " + unforeseen);
        }
    }

    private Part.@Nullable Running afterHold() throws InterruptedException {
        console.told(part.name(), "stopped on purpose; start it again with deploy/local/ctl start " + part.name());
        while (Files.exists(holdFile)) {
            if (stopping.await(HOLD_CHECK.toMillis(), TimeUnit.MILLISECONDS)) {
                running = null;
                return null;
            }
        }
        return startAgain();
    }

    private Part.@Nullable Running afterDeath(String lastWords) throws InterruptedException {
        Instant now = clock.instant();
        deaths.add(now);
        return switch (RestartPolicy.after(deaths, now)) {
            case RestartPolicy.Decision.Again(Duration pause) -> {
                console.told(part.name(), "died (" + lastWords + "), starting it again");
                yield stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS) ? null : startAgain();
            }
            case RestartPolicy.Decision.GiveUp(int count) -> {
                giveUp.accept(part.name() + " died " + count + " times within a minute, so everything stops; at last: "
                        + lastWords);
                yield null;
            }
        };
    }

    private Part.@Nullable Running startAgain() throws InterruptedException {
        long began = System.nanoTime();
        try {
            Part.Running again = part.start();
            running = again;
            console.told(
                    part.name(),
                    "is back after "
                            + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
            return again;
        } catch (RuntimeException failed) {
            running = null;
            return stopping.getCount() == 0 ? null : afterDeath(reason(failed));
        }
    }

    /** A full disk, for one, is no failure of ours and has no line of its own. */
    private static String reason(RuntimeException failed) {
        return failed instanceof LaunchFailure known ? String.valueOf(known.getMessage()) : failed.toString();
    }
}
