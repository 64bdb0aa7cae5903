package io.omniflow.merge.audit.heartbeat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.omniflow.merge.audit.AcceptedFacts;
import io.omniflow.merge.audit.Chains;
import io.omniflow.merge.audit.Figures;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How many accepted facts wait for their place in a chain, for how long, and how many have found it. */
@ApplicationScoped
class AuditFigures implements Figures {
    private final AcceptedFacts accepted;
    private final AtomicLong depth = new AtomicLong();
    private final AtomicLong ageMillis = new AtomicLong();
    private final Counter appended;
    private final Timer lag;

    AuditFigures(AcceptedFacts accepted, MeterRegistry metrics) {
        this.accepted = accepted;
        this.appended = metrics.counter("omniflow.audit.appended");
        this.lag = Timer.builder("omniflow.audit.lag")
                .description("From acceptance to the chain, the oldest fact of each batch")
                .publishPercentiles(0.5, 0.99)
                .register(metrics);
        Gauge.builder("omniflow.audit.accepted.depth", depth, AtomicLong::get).register(metrics);
        TimeGauge.builder("omniflow.audit.accepted.age", ageMillis, TimeUnit.MILLISECONDS, AtomicLong::get)
                .register(metrics);
    }

    @Override
    public void appended(Chains.Batch batch) {
        appended.increment(batch.growth().extension().entries().size());
        if (batch.taken() > 0) {
            lag.record(batch.longestWait());
        }
    }

    @Scheduled(every = "${omniflow.audit.figures:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> read() {
        return accepted.backlog()
                .invoke(backlog -> {
                    depth.set(backlog.depth());
                    ageMillis.set(backlog.age().toMillis());
                })
                .replaceWithVoid();
    }
}
