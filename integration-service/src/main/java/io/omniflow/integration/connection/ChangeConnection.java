package io.omniflow.integration.connection;

import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.connection.domain.ConnectionDraft;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.OpenConnection;
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
import java.util.function.Function;

@ApplicationScoped
public class ChangeConnection {
    private final Transactions transactions;
    private final Connections connections;
    private final ConnectionEvents events;
    private final Outbox outbox;
    private final Clock clock;

    ChangeConnection(
            Transactions transactions, Connections connections, ConnectionEvents events, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.connections = connections;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A change that changes nothing keeps the version and makes no event.
     *
     * @param expected the version the caller has read, if it insists on one
     * @param change what the connection shall be, given what it is
     */
    public Uni<Connection> change(
            WorkspaceId workspace,
            ConnectionId id,
            Optional<Long> expected,
            Function<OpenConnection, ConnectionDraft> change,
            Origin origin) {
        return transactions.write(transaction -> connections
                .openForChange(transaction, workspace, id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The connection")))
                .invoke(before -> ETags.check(expected, before.connection().version()))
                .flatMap(before -> {
                    OpenConnection after = before.changed(change.apply(before), clock.instant());
                    if (after.equals(before)) {
                        return Uni.createFrom().item(before.connection());
                    }
                    return connections
                            .save(transaction, after)
                            .call(() -> outbox.append(
                                    transaction,
                                    List.of(events.changed(before.connection(), after.connection(), origin))))
                            .replaceWith(after.connection());
                }));
    }
}
