package io.omniflow.ticket.imports;

import io.omniflow.kit.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Works off what is staged, some tickets a transaction, so a crash repeats a step or finds it done. Replicas share the
 * imports by the lock on the job's row.
 */
@ApplicationScoped
public class RunImports {
    private static final Logger LOG = Logger.getLogger(RunImports.class);

    private final Transactions transactions;
    private final Imports imports;
    private final MakeTickets makeTickets;
    private final NumberReserve numbers;
    private final AtomicBoolean running = new AtomicBoolean();

    RunImports(Transactions transactions, Imports imports, MakeTickets makeTickets, NumberReserve numbers) {
        this.transactions = transactions;
        this.imports = imports;
        this.makeTickets = makeTickets;
        this.numbers = numbers;
    }

    /** Starts at once, unless this replica is at it already. */
    public void wake() {
        if (running.compareAndSet(false, true)) {
            all().onTermination()
                    .invoke(() -> running.set(false))
                    .subscribe()
                    .with(done -> {}, failure -> LOG.warnf("Imports wait: %s", failure.toString()));
        }
    }

    private Uni<Void> all() {
        Setbacks setbacks = new Setbacks();
        return Uni.createFrom()
                .deferred(() -> step(setbacks))
                .repeat()
                .whilst(step -> !(step instanceof Step.NothingToDo))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Step> step(Setbacks setbacks) {
        Attempt attempt = new Attempt(setbacks, imports, makeTickets);
        return transactions
                .write(attempt::make)
                .call(this::refill)
                .invoke(attempt::succeeded)
                .onFailure(failure -> attempt.isKnown())
                .recoverWithItem(failure -> {
                    attempt.failed(failure);
                    return new Step.DidSomething();
                });
    }

    private Uni<Void> refill(Step step) {
        return step instanceof Step.WantsNumbers wants
                ? numbers.refill(wants.workspace(), wants.count())
                : Uni.createFrom().voidItem();
    }
}
