package io.omniflow.sla.clock.timer;

import io.omniflow.sla.clock.Alarm;
import io.omniflow.sla.clock.JudgeDueClocks;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Sleeps until the next deadline has waited out its patience. A watermark wakes it earlier, as soon as a deadline has
 * passed; the heartbeat finds what another replica left behind. What it remembers is only a guess of when to look: the
 * truth is in the database.
 */
@ApplicationScoped
class DueAlarm implements Alarm {
    /** The judging needs this alarm too, so it is looked up when the bell rings. */
    private final Instance<JudgeDueClocks> judging;

    private final Vertx vertx;
    private final InstantSource time;

    /** What a judging left behind is locked by somebody who judges or changes it now. */
    private static final Duration LEFT_BEHIND = Duration.ofMillis(100);

    private Instant next = Instant.MAX;

    /** What was set while judging: its answer, read from the database, may not know of it yet. */
    private Instant setMeanwhile = Instant.MAX;

    private Optional<Long> timer = Optional.empty();
    private Bell bell = Bell.SILENT;

    /** At most one judging at a time; a ring meanwhile makes it look once more. */
    private enum Bell {
        SILENT,
        RINGING,
        RUNG_AGAIN,
        TAKEN_DOWN
    }

    DueAlarm(Instance<JudgeDueClocks> judging, Vertx vertx, InstantSource time) {
        this.judging = judging;
        this.vertx = vertx;
        this.time = time;
    }

    @Override
    public synchronized void setAt(Instant due) {
        setMeanwhile = earlier(setMeanwhile, due);
        if (due.isBefore(next)) {
            next = due;
            arm(Duration.ofMillis(1));
        }
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

    synchronized void takeDown(@Observes ShutdownEvent ending) {
        bell = Bell.TAKEN_DOWN;
        timer.ifPresent(vertx::cancelTimer);
    }

    private synchronized boolean isPassed() {
        return next.isBefore(time.instant());
    }

    private void ring() {
        synchronized (this) {
            switch (bell) {
                case SILENT -> {
                    bell = Bell.RINGING;
                    setMeanwhile = Instant.MAX;
                }
                case RINGING -> {
                    bell = Bell.RUNG_AGAIN;
                    return;
                }
                case RUNG_AGAIN, TAKEN_DOWN -> {
                    return;
                }
            }
        }
        judging.get().judge().subscribe().with(this::judged, this::failed);
    }

    private void judged(Optional<Instant> earliest) {
        synchronized (this) {
            next = earlier(setMeanwhile, earliest.orElse(Instant.MAX));
            arm(LEFT_BEHIND);
        }
        hush();
    }

    /** The heartbeat tries again; nothing is lost, because nothing was taken off the queue. */
    private void failed(Throwable failure) {
        Log.warn("deadlines could not be judged and will be tried again", failure);
        hush();
    }

    private void hush() {
        boolean again;
        synchronized (this) {
            again = bell == Bell.RUNG_AGAIN;
            if (bell != Bell.TAKEN_DOWN) {
                bell = Bell.SILENT;
            }
        }
        if (again) {
            stir();
        }
    }

    private void arm(Duration atLeast) {
        timer.ifPresent(vertx::cancelTimer);
        timer = Optional.empty();
        if (next.isBefore(Instant.MAX) && bell != Bell.TAKEN_DOWN) {
            Duration wait = Duration.between(time.instant(), next.plus(JudgeDueClocks.PATIENCE));
            timer = Optional.of(vertx.setTimer(Math.max(atLeast.toMillis(), wait.toMillis() + 1), fired -> ring()));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
