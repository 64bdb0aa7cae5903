package io.omniflow.sla.stale.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.stale.StaleObservations;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;

/** Observations as meters. */
@ApplicationScoped
class MeteredStaleTickets implements StaleObservations {
    private final Counter pinged;
    private final Counter missed;
    private final Counter closed;

    MeteredStaleTickets(MeterRegistry registry) {
        pinged = Counter.builder("omniflow.sla.stale.pings")
                .description("Pings that were asked for")
                .register(registry);
        missed = Counter.builder("omniflow.sla.stale.pings.missed")
                .description("Pings that reached nobody, and so hold a close")
                .register(registry);
        closed = Counter.builder("omniflow.sla.stale.closes")
                .description("Closes that were asked for")
                .register(registry);
    }

    @Override
    public void pinged() {
        pinged.increment();
    }

    @Override
    public void missed(TicketKey ticket, String reason) {
        missed.increment();
        Log.warnf("nobody could be told that ticket %s waits for long: %s", ticket.ticket(), reason);
    }

    @Override
    public void closed() {
        closed.increment();
    }
}
