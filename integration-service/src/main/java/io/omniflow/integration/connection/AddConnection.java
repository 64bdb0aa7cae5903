package io.omniflow.integration.connection;

import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.connection.domain.ConnectionDraft;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.time.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

@ApplicationScoped
public class AddConnection {
    private final Connections connections;
    private final ConnectionEvents events;
    private final Outbox outbox;
    private final Clock clock;

    AddConnection(Connections connections, ConnectionEvents events, Outbox outbox, Clock clock) {
        this.connections = connections;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<Connection> add(SqlClient transaction, WorkspaceId workspace, ConnectionDraft draft, Origin origin) {
        OpenConnection added = OpenConnection.create(workspace, new ConnectionId(Ids.next()), draft, clock.instant());
        return connections
                .add(transaction, added)
                .call(() -> outbox.append(transaction, List.of(events.added(added.connection(), origin))))
                .replaceWith(added.connection());
    }
}
