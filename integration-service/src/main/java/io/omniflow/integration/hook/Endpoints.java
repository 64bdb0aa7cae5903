package io.omniflow.integration.hook;

import io.omniflow.integration.hook.domain.Endpoint;
import io.omniflow.integration.hook.domain.EndpointId;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored endpoints. */
public interface Endpoints {
    Uni<Void> add(SqlClient transaction, OpenEndpoint endpoint);

    /** Stores all but the secrets. */
    Uni<Void> save(SqlClient transaction, Endpoint endpoint);

    Uni<Void> saveWithSecrets(SqlClient transaction, OpenEndpoint endpoint);

    /** The log of its deliveries goes later, bit by bit. */
    Uni<Void> remove(SqlClient transaction, WorkspaceId workspace, EndpointId id);

    /** With its secrets, and locked until the transaction ends. */
    Uni<Optional<OpenEndpoint>> openForChange(SqlClient transaction, WorkspaceId workspace, EndpointId id);

    Uni<Optional<OpenEndpoint>> open(WorkspaceId workspace, EndpointId id);

    Uni<Optional<Endpoint>> find(WorkspaceId workspace, EndpointId id);

    /** Oldest first, those after {@code after}. */
    Uni<List<Endpoint>> list(WorkspaceId workspace, @Nullable EndpointId after, int limit);
}
