package io.omniflow.merge.audit.heartbeat;

import io.omniflow.merge.audit.AcceptedFacts;
import io.omniflow.merge.audit.Chains;
import io.omniflow.merge.audit.Sequencer;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Finds what nobody told the sequencer of: facts accepted by a replica that died, and days that ended without a checkpoint. */
@ApplicationScoped
class SequencerHeartbeat {
    private final AcceptedFacts accepted;
    private final Chains chains;
    private final Sequencer sequencer;
    private final Clock clock;

    SequencerHeartbeat(AcceptedFacts accepted, Chains chains, Sequencer sequencer, Clock clock) {
        this.accepted = accepted;
        this.chains = chains;
        this.sequencer = sequencer;
        this.clock = clock;
    }

    @Scheduled(every = "${omniflow.audit.heartbeat:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> wakeForWaitingFacts() {
        return accepted.workspaces().invoke(sequencer::wake).replaceWithVoid();
    }

    @Scheduled(every = "${omniflow.audit.day-check:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> wakeForUnprovenDays() {
        return chains.unprovenBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .invoke(sequencer::wake)
                .replaceWithVoid();
    }
}
