package io.omniflow.sla.stale.timer;

import io.omniflow.sla.stale.JudgeWatches;
import io.omniflow.sla.stale.WatchAlarm;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Judges as soon as a watermark has passed the next instant. No timer of its own: nothing may be judged before that
 * watermark, and another one comes a few times a second. The heartbeat is for replicas that get no watermarks. What it
 * remembers is only a guess of when to look: the truth is in the database.
 */
@ApplicationScoped
class WatermarkBell implements WatchAlarm {
    /** The judging needs this alarm too, so it is looked up when the bell rings. */
    private final Instance<JudgeWatches> judging;

    private final InstantSource time;
    private final AtomicBoolean ringing = new AtomicBoolean();
    private final AtomicBoolean takenDown = new AtomicBoolean();

    private Instant next = Instant.MIN;

    /** What was set while judging: its answer, read from the database, may not know of it yet. */
    private Instant setMeanwhile = Instant.MAX;

    WatermarkBell(Instance<JudgeWatches> judging, InstantSource time) {
        this.judging = judging;
        this.time = time;
    }

    @Override
    public synchronized void setAt(Instant due) {
        setMeanwhile = earlier(setMeanwhile, due);
        next = earlier(next, due);
    }

    @Override
    public void stir() {
        if (isPassed()) {
            ring();
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> heartbeat() {
        ring();
        return Uni.createFrom().voidItem();
    }

    void takeDown(@Observes ShutdownEvent ending) {
        takenDown.set(true);
    }

    private synchronized boolean isPassed() {
        return next.isBefore(time.instant());
    }

    /** A ring while it rings is left out: the next watermark is near. */
    private void ring() {
        if (!takenDown.get() && ringing.compareAndSet(false, true)) {
            synchronized (this) {
                setMeanwhile = Instant.MAX;
            }
            judging.get()
                    .judge()
                    .onTermination()
                    .invoke(() -> ringing.set(false))
                    .subscribe()
                    .with(
                            this::judged,
                            failure -> Log.warn("stale tickets could not be judged and will be tried again", failure));
        }
    }

    private synchronized void judged(Optional<Instant> earliest) {
        next = earlier(setMeanwhile, earliest.orElse(Instant.MAX));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
