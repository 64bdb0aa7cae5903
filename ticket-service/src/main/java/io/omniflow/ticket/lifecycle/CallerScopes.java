package io.omniflow.ticket.lifecycle;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Role;
import io.omniflow.ticket.directory.Agents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What a caller may see: an agent who is limited to teams only their tickets; leads and admins are never limited, nor is who
 * signs in as no agent. To be asked outside any transaction, for it may take a connection.
 */
@ApplicationScoped
public class CallerScopes {
    private final Agents agents;

    CallerScopes(Agents agents) {
        this.agents = agents;
    }

    public Uni<TicketScope> of(Caller caller) {
        return caller.role().covers(Role.LEAD)
                ? Uni.createFrom().item(TicketScope.ALL)
                : agents.limits(caller.workspace(), caller).map(TicketScope::new);
    }
}
