package io.omniflow.sla.clock;

import io.omniflow.sla.clock.domain.Telling;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Files arriving facts and brings the clocks of their tickets up to date. */
@ApplicationScoped
public class ApplyFacts {
    private final TicketFiles files;
    private final SettleClocks settle;
    private final Observations observations;
    private final InstantSource time;

    ApplyFacts(TicketFiles files, SettleClocks settle, Observations observations, InstantSource time) {
        this.files = files;
        this.settle = settle;
        this.observations = observations;
        this.time = time;
    }

    /** Deadlines before the newest fact are judged with it; what lies after it is left to the watermark. */
    public Uni<Void> apply(SqlConnection transaction, List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = time.instant();
        return files.add(transaction, arrivals)
                .flatMap(added -> settle.settle(transaction, tasks(added), now))
                .invoke(() -> observations.applied(arrivals.size(), lag(arrivals, now)));
    }

    private static Map<TicketKey, SettleClocks.Task> tasks(List<TicketFact> added) {
        Map<TicketKey, SettleClocks.Task> tasks = new LinkedHashMap<>();
        for (TicketFact fact : added) {
            tasks.computeIfAbsent(
                            fact.ticket(), key -> new SettleClocks.Task(key, Instant.MIN, new HashSet<>(), Set.of()))
                    .arrived()
                    .add(fact.fact().sequence());
        }
        return tasks;
    }

    private static Optional<Duration> lag(List<Arrival> arrivals, Instant now) {
        return arrivals.stream()
                .map(arrival -> arrival.fact().fact())
                .filter(fact -> fact.telling() == Telling.LIVE)
                .map(fact -> Duration.between(fact.at(), now))
                .min(Duration::compareTo);
    }
}
