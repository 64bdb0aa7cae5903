package io.omniflow.ticket.rule.heartbeat;

import io.omniflow.ticket.rule.Reports;
import io.omniflow.ticket.rule.RunRules;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds what another replica left, what was committed late and what was put off. */
@ApplicationScoped
class RuleHeartbeat {
    private final RunRules runRules;
    private final Reports reports;

    RuleHeartbeat(RunRules runRules, Reports reports) {
        this.runRules = runRules;
        this.reports = reports;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goOn() {
        runRules.wake();
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tidy() {
        return reports.tidy();
    }
}
