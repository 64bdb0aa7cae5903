package io.omniflow.ticket.listing;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.directory.Agents;
import io.omniflow.ticket.field.Fields;
import io.omniflow.ticket.lifecycle.CallerScopes;
import io.omniflow.ticket.lifecycle.TicketFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What a list's parameters mean to whoever asks, who sees no more than his teams allow. Who is {@code me}, and of which type a field is, is looked up where named. */
@ApplicationScoped
public class AskedFilters {
    private final Agents agents;
    private final Fields fields;
    private final CallerScopes scopes;

    AskedFilters(Agents agents, Fields fields, CallerScopes scopes) {
        this.scopes = scopes;
        this.agents = agents;
        this.fields = fields;
    }

    /** Refuses what no list of the workspace takes, custom fields that are not defined included. */
    public Uni<Void> check(WorkspaceId workspace, TicketSearch search) {
        return fields.knowing(workspace, search.fieldKeys())
                .invoke(defined -> search.filter(Optional.empty(), defined))
                .replaceWithVoid();
    }

    public Uni<TicketFilter> of(Caller caller, TicketSearch search) {
        Uni<Optional<UUID>> me = search.namesCaller()
                ? agents.ofCaller(caller.workspace(), caller)
                : Uni.createFrom().item(Optional.empty());
        return me.flatMap(own -> fields.knowing(caller.workspace(), search.fieldKeys())
                        .map(defined -> search.filter(own, defined)))
                .flatMap(filter -> scopes.of(caller).map(filter::seenIn));
    }
}
