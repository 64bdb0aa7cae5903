package io.omniflow.ticket.notification;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.directory.Agents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Whose feed a caller reads: that of the agent the token stands for. */
@ApplicationScoped
public class Recipients {
    private final Agents agents;

    Recipients(Agents agents) {
        this.agents = agents;
    }

    /** Fails with 403 for a caller who is no agent. */
    public Uni<Recipient> of(Caller caller) {
        return agents.ofCaller(caller.workspace(), caller)
                .map(own -> new Recipient(
                        caller.workspace(),
                        own.orElseThrow(() -> Problems.of(
                                403,
                                "no-agent",
                                "Notifications are an agent's own, and no agent has the token's sub as subject"))));
    }

    /** For one notification by its id: to a caller who is no agent none is there (404). */
    public Uni<Recipient> ofSingle(Caller caller) {
        return agents.ofCaller(caller.workspace(), caller)
                .map(own ->
                        new Recipient(caller.workspace(), own.orElseThrow(() -> Problems.notFound("notification"))));
    }
}
