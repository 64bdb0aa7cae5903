package io.omniflow.sla.clock.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.omniflow.sla.clock.Observations;
import io.omniflow.sla.clock.TicketKey;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Observations as meters. */
@ApplicationScoped
class MeteredObservations implements Observations {
    private final Counter applied;
    private final Timer lag;
    private final Timer lateness;
    private final Counter withdrawn;
    private final Counter missing;
    private final Counter broken;

    MeteredObservations(MeterRegistry registry) {
        applied = Counter.builder("omniflow.sla.facts.applied")
                .description("Ticket facts that took effect on clocks")
                .register(registry);
        lag = Timer.builder("omniflow.sla.facts.lag")
                .description("From a live fact's event time to its effect on the clocks")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        lateness = Timer.builder("omniflow.sla.lateness")
                .description("From the instant of a warning or breach to its being noticed")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        withdrawn = Counter.builder("omniflow.sla.breaches.withdrawn")
                .description("Breaches that were told and turned out not to be")
                .register(registry);
        broken = Counter.builder("omniflow.sla.tickets.broken")
                .description("Reckonings that failed for one ticket, whose clocks stay as they were")
                .register(registry);
        missing = Counter.builder("omniflow.sla.facts.missing")
                .description("Reckonings of a ticket some of whose facts are missing")
                .register(registry);
    }

    @Override
    public void applied(int facts, Optional<Duration> youngest) {
        applied.increment(facts);
        youngest.ifPresent(passed -> lag.record(notNegative(passed)));
    }

    @Override
    public void noticed(Duration late) {
        lateness.record(notNegative(late));
    }

    @Override
    public void withdrawn() {
        withdrawn.increment();
    }

    @Override
    public void broken(TicketKey ticket, RuntimeException failure) {
        broken.increment();
        Log.errorf(failure, "the clocks of ticket %s cannot be reckoned", ticket.ticket());
    }

    @Override
    public void missing(TicketKey ticket, long facts) {
        missing.increment();
        Log.warnf("%d facts of ticket %s are missing; its clocks are reckoned without them", facts, ticket.ticket());
    }

    /** Two machines' clocks may differ by more than the time something took. */
    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
