package io.omniflow.sla.simulation;

import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Faults;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works off what is queued, some tickets a transaction, the simulations in turn; so a crash repeats a chunk or finds it done.
 * Replicas share them by the lock on the simulation's row.
 */
@ApplicationScoped
public class RunSimulations {
    private static final Logger LOG = Logger.getLogger(RunSimulations.class);

    private final Transactions transactions;
    private final Simulations simulations;
    private final SimulateTickets simulateTickets;
    private final InstantSource time;
    private final AtomicBoolean running = new AtomicBoolean();

    RunSimulations(
            Transactions transactions, Simulations simulations, SimulateTickets simulateTickets, InstantSource time) {
        this.transactions = transactions;
        this.simulations = simulations;
        this.simulateTickets = simulateTickets;
        this.time = time;
    }

    /** Starts at once, unless this replica is at it already. */
    public void wake() {
        if (running.compareAndSet(false, true)) {
            all().onTermination()
                    .invoke(() -> running.set(false))
                    .subscribe()
                    .with(_ -> {}, failure -> LOG.warnf("Simulations wait: %s", failure.toString()));
        }
    }

    private enum Step {
        DID_SOMETHING,
        NOTHING_TO_DO
    }

    private Uni<Void> all() {
        Set<UUID> setAside = new HashSet<>();
        return Uni.createFrom()
                .deferred(() -> new Attempt(setAside).make())
                .repeat()
                .whilst(step -> step == Step.DID_SOMETHING)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** One transaction, and which simulation it was at when it failed. */
    private final class Attempt {
        private final Set<UUID> setAside;
        private @Nullable Simulation simulation;

        Attempt(Set<UUID> setAside) {
            this.setAside = setAside;
        }

        Uni<Step> make() {
            return transactions
                    .write(this::step)
                    .onFailure(_ -> simulation != null)
                    .recoverWithUni(this::afterFailure);
        }

        private Uni<Step> step(SqlConnection transaction) {
            return simulations.next(transaction, Set.copyOf(setAside)).flatMap(found -> {
                simulation = found.orElse(null);
                return found.isEmpty()
                        ? Uni.createFrom().item(Step.NOTHING_TO_DO)
                        : simulateTickets.goOn(transaction, found.get()).replaceWith(Step.DID_SOMETHING);
            });
        }

        /** What passes by itself leaves it to the next run; what does not would fail again. */
        private Uni<Step> afterFailure(Throwable failure) {
            @Nullable Simulation failed = simulation;
            if (failed == null) {
                return Uni.createFrom().failure(failure);
            }
            setAside.add(failed.id());
            if (Faults.passesByItself(failure)) {
                LOG.warnf("Simulation %s waits: %s", failed.id(), failure.toString());
                return Uni.createFrom().item(Step.DID_SOMETHING);
            }
            LOG.errorf(failure, "Simulation %s fails", failed.id());
            return transactions
                    .write(transaction -> simulations.fail(transaction, failed, "It could not go on", time.instant()))
                    .replaceWith(Step.DID_SOMETHING);
        }
    }
}
