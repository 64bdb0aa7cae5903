package io.omniflow.sla.simulation;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.time.Ids;
import io.omniflow.sla.policy.SketchPolicies;
import io.omniflow.sla.simulation.domain.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Queues a simulation over the policies as they are now. */
@ApplicationScoped
public class StartSimulation {
    /** Of one workspace, not over. It keeps one from filling the queue; a few at the same instant may pass it. */
    static final int MOST_OPEN = 10;

    private final SketchPolicies sketches;
    private final Simulations simulations;
    private final InstantSource time;

    StartSimulation(SketchPolicies sketches, Simulations simulations, InstantSource time) {
        this.sketches = sketches;
        this.simulations = simulations;
        this.time = time;
    }

    /** Which tickets, by their creation. */
    public record Tickets(@Nullable Instant from, @Nullable Instant to, Scope scope) {}

    /** Fails with 422 for a draft or a period that breaks a rule, and with {@link TooManySimulations}. */
    public Uni<Simulation> start(
            SqlConnection transaction, Caller caller, SketchPolicies.Wanted wanted, Tickets tickets) {
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        Period period = Period.of(tickets.from(), tickets.to(), now);
        return sketches.draw(transaction, caller.workspace(), wanted, now)
                .call(_ -> simulations.open(transaction, caller.workspace()).invoke(open -> {
                    if (open >= MOST_OPEN) {
                        throw new TooManySimulations(MOST_OPEN);
                    }
                }))
                .map(sketch -> Simulation.queued(
                        caller.workspace(),
                        Ids.next(),
                        new Wish(sketch, tickets.scope(), period, now),
                        caller.subject()))
                .call(simulation -> simulations.begin(transaction, simulation));
    }
}
