package io.omniflow.ticket.imports.heartbeat;

import io.omniflow.ticket.imports.Imports;
import io.omniflow.ticket.imports.RunImports;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the imports of replicas that died, and what was never staged to its end. */
@ApplicationScoped
class ImportHeartbeat {
    private final RunImports runImports;
    private final Imports imports;

    ImportHeartbeat(RunImports runImports, Imports imports) {
        this.runImports = runImports;
        this.imports = imports;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goOn() {
        runImports.wake();
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return imports.sweep();
    }
}
