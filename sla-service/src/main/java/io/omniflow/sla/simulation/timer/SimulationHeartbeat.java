package io.omniflow.sla.simulation.timer;

import io.omniflow.sla.simulation.RemoveSimulations;
import io.omniflow.sla.simulation.RunSimulations;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;

/** Finds the simulations of replicas that died, and those that are old enough to go. */
@ApplicationScoped
class SimulationHeartbeat {
    private final RunSimulations running;
    private final RemoveSimulations removing;
    private final AtomicBoolean takenDown = new AtomicBoolean();

    SimulationHeartbeat(RunSimulations running, RemoveSimulations removing) {
        this.running = running;
        this.removing = removing;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> goOn() {
        if (!takenDown.get()) {
            running.wake();
        }
        return Uni.createFrom().voidItem();
    }

    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return removing.old();
    }

    void takeDown(@Observes ShutdownEvent ending) {
        takenDown.set(true);
    }
}
