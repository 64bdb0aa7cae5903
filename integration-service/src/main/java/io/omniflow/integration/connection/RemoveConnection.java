package io.omniflow.integration.connection;

import io.omniflow.integration.connection.domain.ConnectionId;
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

/** Links made over the connection stay as they are; what was still to be delivered over it fails and says why. */
@ApplicationScoped
public class RemoveConnection {
    private final Transactions transactions;
    private final Connections connections;
    private final ConnectionEvents events;
    private final Outbox outbox;
    private final Clock clock;

    RemoveConnection(
            Transactions transactions, Connections connections, ConnectionEvents events, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.connections = connections;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<Void> remove(WorkspaceId workspace, ConnectionId id, Optional<Long> expected, Origin origin) {
        return transactions.write(transaction -> connections
                .openForChange(transaction, workspace, id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The connection"))
                        .connection())
                .invoke(removed -> ETags.check(expected, removed.version()))
                .call(() -> connections.remove(transaction, workspace, id))
                .flatMap(removed ->
                        outbox.append(transaction, List.of(events.removed(removed, clock.instant(), origin)))));
    }
}
