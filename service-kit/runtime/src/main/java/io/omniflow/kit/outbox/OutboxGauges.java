package io.omniflow.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** What ops watch: how many events wait to be published (counted up to 10,000) and how long the oldest has waited. */
@ApplicationScoped
class OutboxGauges {
    private static final String WAITING = """
            select (select count(*) from (select 1 from outbox limit 10000) as waiting) as depth,
              coalesce(extract(epoch from clock_timestamp() -
                (select stored_at from outbox order by position limit 1)) * 1000, 0)::bigint as age
            """;

    private final Pool pool;
    private final AtomicLong depth;
    private final AtomicLong ageMillis;

    OutboxGauges(Pool pool, MeterRegistry metrics) {
        this.pool = pool;
        this.depth = metrics.gauge("omniflow.outbox.depth", new AtomicLong());
        this.ageMillis = metrics.gauge("omniflow.outbox.age.milliseconds", new AtomicLong());
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return pool.query(WAITING)
                .execute()
                .invoke(rows -> {
                    Row row = rows.iterator().next();
                    depth.set(row.getLong("depth"));
                    ageMillis.set(row.getLong("age"));
                })
                .replaceWithVoid();
    }
}
