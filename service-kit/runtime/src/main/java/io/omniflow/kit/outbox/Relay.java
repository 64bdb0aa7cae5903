package io.omniflow.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes stored events in order. One replica of a service leads ({@link RelayLease}); it reads unsent rows by position,
 * sends them, and deletes them once the broker has acknowledged all of them. A crash in between sends some again: readers
 * know an event by its id.
 *
 * <p>It is woken by the commit itself; what another replica committed is told by a debounced NOTIFY outside the
 * transaction; the heartbeat finds whatever both missed.
 */
@ApplicationScoped
public class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration NOTIFY_DEBOUNCE = Duration.ofMillis(5);
    private static final Duration RETRY_AFTER_FAILURE = Duration.ofMillis(500);
    /**
     * Does not wait for the disk. A database that crashes right then still has the rows, and they are sent again, which readers
     * have to bear anyway; each pass is shorter by one flush.
     */
    private static final String DELETE = """
            with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
            delete from outbox using unhurried where position = any($1)
            """;

    private final Pool pool;
    private final Vertx vertx;
    private final RelayLease lease;
    private final KafkaPublisher publisher;
    private final Watermarks watermarks;
    private final OutboxConfig config;
    private final String source;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private final AtomicBoolean notifying = new AtomicBoolean();
    private final AtomicBoolean acquiring = new AtomicBoolean();
    private final AtomicBoolean asking = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicLong published = new AtomicLong();
    private final AtomicReference<Watermarks.@Nullable Candidate> candidate = new AtomicReference<>();
    private final List<Long> timers = new ArrayList<>();

    Relay(
            Pool pool,
            Vertx vertx,
            RelayLease lease,
            KafkaPublisher publisher,
            Watermarks watermarks,
            OutboxConfig config,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String source) {
        this.pool = pool;
        this.vertx = vertx;
        this.lease = lease;
        this.publisher = publisher;
        this.watermarks = watermarks;
        this.config = config;
        this.source = source;
        metrics.more().counter("omniflow.outbox.published", List.of(), published);
        metrics.gauge("omniflow.outbox.leading", lease, held -> held.isHeld() ? 1 : 0);
    }

    void start(@Observes StartupEvent starting) {
        timers.add(vertx.setPeriodic(1, config.heartbeat().toMillis(), beat -> heartbeat()));
        config.watermarkedTopic()
                .ifPresent(topic ->
                        timers.add(vertx.setPeriodic(config.watermarkEvery().toMillis(), tick -> wantWatermark())));
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped.set(true);
        timers.forEach(vertx::cancelTimer);
        lease.release()
                .subscribe()
                .with(done -> {}, failure -> LOG.debug("The lead ended with its connection", failure));
    }

    /** Tells that rows were committed. Cheap, and safe to call too often. */
    public void wake() {
        if (lease.isHeld()) {
            run();
        } else if (notifying.compareAndSet(false, true)) {
            vertx.setTimer(NOTIFY_DEBOUNCE.toMillis(), due -> {
                notifying.set(false);
                pool.query("notify " + RelayLease.WAKE_CHANNEL)
                        .execute()
                        .subscribe()
                        .with(
                                sent -> {},
                                failure -> LOG.debug("The heartbeat of the leader will find the rows", failure));
            });
        }
    }

    private void heartbeat() {
        if (lease.isHeld()) {
            run();
            return;
        }
        if (!acquiring.compareAndSet(false, true)) {
            return;
        }
        lease.acquire(this::run)
                .onTermination()
                .invoke(() -> acquiring.set(false))
                .subscribe()
                .with(
                        acquired -> {
                            if (acquired) {
                                LOG.info("This replica publishes now");
                                watermarks.forget();
                                run();
                            }
                        },
                        failure -> LOG.warnf("No database, nothing is published: %s", failure.getMessage()));
    }

    private void wantWatermark() {
        if (lease.isHeld() && candidate.get() == null && asking.compareAndSet(false, true)) {
            watermarks
                    .candidate()
                    .onTermination()
                    .invoke(() -> asking.set(false))
                    .subscribe()
                    .with(
                            found -> {
                                candidate.set(found);
                                run();
                            },
                            failure -> LOG.debug("No watermark this time", failure));
        }
    }

    private void run() {
        again.set(true);
        if (!stopped.get() && running.compareAndSet(false, true)) {
            pass();
        }
    }

    private void pass() {
        again.set(false);
        publishBatch()
                .subscribe()
                .with(
                        more -> {
                            if (!stopped.get() && lease.isHeld() && (more || again.get())) {
                                pass();
                            } else {
                                running.set(false);
                                if (again.get()) {
                                    run();
                                }
                            }
                        },
                        failure -> {
                            LOG.warnf("Publishing waits: %s", failure.toString());
                            vertx.setTimer(RETRY_AFTER_FAILURE.toMillis(), due -> {
                                running.set(false);
                                run();
                            });
                        });
    }

    /** True when there may be more rows. */
    private Uni<Boolean> publishBatch() {
        if (!lease.isHeld()) {
            return Uni.createFrom().item(false);
        }
        Watermarks.@Nullable Candidate told = candidate.get();
        return pool.preparedQuery(OutboxRow.SELECT)
                .execute(Tuple.of(config.batch(), config.batchBytes()))
                .map(this::batch)
                .call(batch -> batch.rows().isEmpty() ? Uni.createFrom().voidItem() : publish(batch.rows()))
                .call(batch -> told != null && batch.covers(told)
                        ? tell(told)
                        : Uni.createFrom().voidItem())
                .map(batch -> batch.rest() == Rest.PERHAPS);
    }

    /** Whether more rows were stored than those of a batch. */
    private enum Rest {
        NONE,
        PERHAPS
    }

    private record Batch(List<OutboxRow> rows, Rest rest) {
        boolean covers(Watermarks.Candidate wanted) {
            return rest == Rest.NONE || rows.getLast().position() >= wanted.lastPosition();
        }
    }

    private Batch batch(RowSet<Row> found) {
        List<OutboxRow> rows = new ArrayList<>(found.size());
        long stored = 0;
        for (Row row : found) {
            rows.add(OutboxRow.of(row, source));
            stored = row.getLong("found");
        }
        return new Batch(rows, stored == config.batch() || rows.size() < stored ? Rest.PERHAPS : Rest.NONE);
    }

    private Uni<Void> publish(List<OutboxRow> rows) {
        Long[] positions = rows.stream().map(OutboxRow::position).toArray(Long[]::new);
        return publisher
                .send(rows.stream().map(OutboxRow::record).toList())
                .invoke(acknowledged ->
                        config.watermarkedTopic().ifPresent(topic -> watermarks.published(topic, acknowledged)))
                .flatMap(acknowledged -> pool.preparedQuery(DELETE).execute(Tuple.of(positions)))
                .invoke(deleted -> published.addAndGet(rows.size()))
                .replaceWithVoid();
    }

    private Uni<Void> tell(Watermarks.Candidate told) {
        candidate.set(null);
        return watermarks.tell(config.watermarkedTopic().orElseThrow(), told.through(), source);
    }
}
