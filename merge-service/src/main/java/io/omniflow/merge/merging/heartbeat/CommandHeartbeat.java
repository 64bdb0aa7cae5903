package io.omniflow.merge.merging.heartbeat;

import io.omniflow.merge.merging.RepeatCommands;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CommandHeartbeat {
    private final RepeatCommands commands;

    CommandHeartbeat(RepeatCommands commands) {
        this.commands = commands;
    }

    @Scheduled(every = "${omniflow.merging.heartbeat:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> repeatUnanswered() {
        return commands.repeat().replaceWithVoid();
    }
}
