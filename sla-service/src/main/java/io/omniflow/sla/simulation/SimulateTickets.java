package io.omniflow.sla.simulation;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.Policies;
import io.omniflow.sla.clock.TicketFact;
import io.omniflow.sla.clock.TicketFile;
import io.omniflow.sla.clock.TicketFiles;
import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.clock.domain.Terms;
import io.omniflow.sla.policy.SketchPolicies;
import io.omniflow.sla.simulation.domain.Comparison;
import io.omniflow.sla.simulation.domain.Tally;
import io.omniflow.sla.simulation.domain.Trial;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** One chunk of a simulation, whose row the transaction has locked. */
@ApplicationScoped
class SimulateTickets {
    private static final Logger LOG = Logger.getLogger(SimulateTickets.class);

    private final Simulations simulations;
    private final TicketFiles files;
    private final Policies policies;
    private final SketchPolicies sketches;
    private final SimulationConfig config;
    private final InstantSource time;

    SimulateTickets(
            Simulations simulations,
            TicketFiles files,
            Policies policies,
            SketchPolicies sketches,
            SimulationConfig config,
            InstantSource time) {
        this.simulations = simulations;
        this.files = files;
        this.policies = policies;
        this.sketches = sketches;
        this.config = config;
        this.time = time;
    }

    Uni<Void> goOn(SqlConnection transaction, Simulation simulation) {
        return switch (simulation.state()) {
            case QUEUED -> simulations.run(transaction, simulation, time.instant());
            case RUNNING -> chunk(transaction, simulation);
            case COMPLETED, FAILED, CANCELLED ->
                throw new IllegalStateException("Simulation " + simulation.id() + " is over");
        };
    }

    private Uni<Void> chunk(SqlConnection transaction, Simulation simulation) {
        return simulations
                .candidates(transaction, simulation, config.ticketsAtOnce())
                .map(candidates -> Portion.of(candidates, config.factsAtOnce()).tickets())
                .flatMap(tickets -> tickets.isEmpty()
                        ? simulations.finish(transaction, simulation, time.instant())
                        : progress(transaction, simulation, tickets)
                                .flatMap(progress ->
                                        simulations.advance(transaction, simulation, progress, time.instant())));
    }

    /** Tickets are not locked: nothing of them is written, and facts that come from now on are not taken. */
    private Uni<Simulations.Progress> progress(
            SqlConnection transaction, Simulation simulation, List<Simulations.Candidate> tickets) {
        WorkspaceId workspace = simulation.workspace();
        List<TicketKey> keys = tickets.stream()
                .map(candidate -> new TicketKey(workspace, candidate.place().ticket()))
                .toList();
        return files.read(transaction, keys).flatMap(read -> policies.of(
                        transaction, Map.of(workspace, revisions(read)))
                .flatMap(inForce -> sketches.terms(
                                transaction, workspace, simulation.wish().sketch())
                        .map(terms -> progress(simulation, tickets, read, inForce, terms))));
    }

    private static Simulations.Progress progress(
            Simulation simulation,
            List<Simulations.Candidate> tickets,
            List<TicketFile> read,
            Policies.InForce inForce,
            Terms terms) {
        Wish wish = simulation.wish();
        Trial trial = new Trial(terms, wish.sketch().ref(), wish.asOf());
        Tally tally = simulation.tally();
        List<Simulations.Difference> differences = new ArrayList<>();
        int reckoned = 0;
        for (TicketFile file : read) {
            Optional<Comparison> comparison;
            try {
                comparison = trial.of(
                        file.facts().stream().map(TicketFact::fact).toList(),
                        file.terms().in(inForce, simulation.workspace()));
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "Simulation %s leaves out ticket %s", simulation.id(), file.key());
                continue;
            }
            reckoned++;
            Optional<Comparison> counted = comparison.filter(wish.scope()::counts);
            tally = counted.map(tally::with).orElse(tally);
            counted.stream()
                    .flatMap(one -> one.differences().stream())
                    .forEach(pair -> differences.add(
                            new Simulations.Difference(file.key().ticket(), pair)));
        }
        return new Simulations.Progress(
                tickets.size(), tickets.size() - reckoned, tickets.getLast().place(), tally, differences);
    }

    private static Set<Integer> revisions(List<TicketFile> files) {
        return files.stream().flatMap(file -> file.terms().revisions().stream()).collect(Collectors.toSet());
    }
}
