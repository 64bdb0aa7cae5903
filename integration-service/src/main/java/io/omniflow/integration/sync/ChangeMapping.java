package io.omniflow.integration.sync;

import io.omniflow.integration.connection.Connections;
import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.sync.domain.Mapping;
import io.omniflow.integration.sync.domain.StoredMapping;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is so already moves nobody; the new mapping counts from the next change on. */
@ApplicationScoped
public class ChangeMapping {
    private final Transactions transactions;
    private final Connections connections;
    private final Mappings mappings;
    private final MappingEvents events;
    private final Outbox outbox;
    private final Clock clock;

    ChangeMapping(
            Transactions transactions,
            Connections connections,
            Mappings mappings,
            MappingEvents events,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.connections = connections;
        this.mappings = mappings;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<StoredMapping> read(WorkspaceId workspace, ConnectionId id) {
        return connections.find(workspace, id).map(found -> ofIssues(found)).flatMap(_ -> mappings.of(workspace, id));
    }

    /**
     * A change that changes nothing keeps the version and makes no event.
     *
     * @param expected the version the caller has read, if it insists on one
     */
    public Uni<StoredMapping> change(
            WorkspaceId workspace, ConnectionId id, Optional<Long> expected, Mapping mapping, Origin origin) {
        return transactions.write(transaction -> connections
                .openForChange(transaction, workspace, id)
                .map(found -> ofIssues(found.map(open -> open.connection())))
                .flatMap(connection -> mappings.of(transaction, workspace, id)
                        .invoke(before -> ETags.check(expected, before.version()))
                        .flatMap(before -> before.mapping().equals(mapping)
                                ? Uni.createFrom().item(before)
                                : save(transaction, connection, before, mapping, origin))));
    }

    private Uni<StoredMapping> save(
            SqlClient transaction, Connection connection, StoredMapping before, Mapping mapping, Origin origin) {
        Instant now = clock.instant();
        StoredMapping after = new StoredMapping(mapping, before.version() + 1);
        return mappings.save(transaction, connection.workspace(), connection.id(), after, now)
                .chain(() ->
                        outbox.append(transaction, List.of(events.changed(connection, before, after, now, origin))))
                .replaceWith(after);
    }

    private static Connection ofIssues(Optional<Connection> found) {
        return found.filter(connection -> connection.terms().system().tracksIssues())
                .orElseThrow(() -> Problems.notFound("The mapping"));
    }
}
