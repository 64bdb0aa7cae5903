package io.omniflow.merge.audit.heartbeat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.omniflow.merge.audit.AcceptedFacts;
import io.omniflow.merge.audit.Chains;
import io.omniflow.merge.audit.Figures;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** How many accepted facts wait for their place in a chain, for how long, and how many have found it. */
@ApplicationScoped
class AuditFigures implements Figures {
    private final AcceptedFacts accepted;
    private final AtomicReference<AcceptedFacts.Backlog> newest =
            new AtomicReference<>(new AcceptedFacts.Backlog(0, Duration.ZERO));
    private final Counter appended;
    private final Timer lag;

    AuditFigures(AcceptedFacts accepted, MeterRegistry metrics) {
        this.accepted = accepted;
        this.appended = metrics.counter("omniflow.audit.appended");
        this.lag = Timer.builder("omniflow.audit.lag")
                .description("From acceptance to the chain, the oldest fact of each batch")
                .publishPercentiles(0.5, 0.99)
                .register(metrics);
        metrics.gauge("omniflow.audit.accepted.depth", newest, figure -> figure.get().depth());
        TimeGauge.builder("omniflow.audit.accepted.age", newest, TimeUnit.MILLISECONDS, figure ->
                        figure.get().age().toMillis())
                .register(metrics);
    }

    @Override
    public void appended(Chains.Batch batch) {
        appended.increment(batch.growth().extension().entries().size());
        if (batch.taken() > 0) {
            lag.record(batch.longestWait());
        }
    }

    @Scheduled(
            every = "${omniflow.audit.figures:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> read() {
        return accepted.backlog().invoke(newest::set).replaceWithVoid();
    }
}
