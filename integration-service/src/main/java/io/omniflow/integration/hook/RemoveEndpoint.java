package io.omniflow.integration.hook;

import io.omniflow.integration.hook.domain.EndpointId;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Nothing more is sent to the endpoint, and its log is removed. */
@ApplicationScoped
public class RemoveEndpoint {
    private final Transactions transactions;
    private final Endpoints endpoints;
    private final HookEvents events;
    private final Outbox outbox;
    private final Clock clock;

    RemoveEndpoint(Transactions transactions, Endpoints endpoints, HookEvents events, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<Void> remove(WorkspaceId workspace, EndpointId id, Optional<Long> expected, Origin origin) {
        return transactions.write(transaction -> endpoints
                .openForChange(transaction, workspace, id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The webhook endpoint"))
                        .endpoint())
                .invoke(removed -> ETags.check(expected, removed.version()))
                .call(() -> endpoints.remove(transaction, workspace, id))
                .flatMap(removed ->
                        outbox.append(transaction, List.of(events.removed(removed, clock.instant(), origin)))));
    }
}
