package io.omniflow.integration.sync;

import io.omniflow.integration.connection.Connections;
import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Finds which issue an address means and over which connection it is reached. Nobody is called. */
@ApplicationScoped
public class NameIssue {
    /** A workspace has a handful; who has more names the connection. */
    private static final int MOST_LOOKED_AT = 50;

    private final Connections connections;
    private final IssueSystems systems;

    NameIssue(Connections connections, IssueSystems systems) {
        this.connections = connections;
        this.systems = systems;
    }

    /** {@code target} is what {@link Issues#fetch} takes. */
    public record Named(ConnectionId connection, String target) {}

    /** Fails with 404 for a connection that is not there and 422 for an address that names no issue of it, or of too many. */
    public Uni<Named> find(WorkspaceId workspace, Optional<ConnectionId> connection, URI address) {
        return connection
                .map(id -> connections
                        .open(workspace, id)
                        .map(found -> found.orElseThrow(() -> Problems.notFound("The connection")))
                        .map(open -> name(open, address).stream().toList()))
                .orElseGet(() -> among(workspace, address))
                .map(NameIssue::only);
    }

    private Uni<List<Named>> among(WorkspaceId workspace, URI address) {
        return connections.list(workspace, null, MOST_LOOKED_AT).flatMap(all -> Multi.createFrom()
                .iterable(all)
                .filter(connection -> connection.terms().system().tracksIssues())
                .map(Connection::id)
                .onItem()
                .transformToUniAndConcatenate(id -> connections.open(workspace, id))
                .filter(Optional::isPresent)
                .map(open -> name(open.get(), address))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList());
    }

    private Optional<Named> name(OpenConnection open, URI address) {
        return systems.of(open)
                .flatMap(issues -> issues.named(open, address))
                .map(target -> new Named(open.connection().id(), target));
    }

    private static Named only(List<Named> named) {
        return switch (named.size()) {
            case 1 -> named.getFirst();
            case 0 ->
                throw Problems.invalid(
                        List.of(new FieldError("/url", "Is not the address of an issue that a connection reaches")));
            default ->
                throw Problems.invalid(
                        List.of(new FieldError("/connectionId", "Several connections reach this issue; name one")));
        };
    }
}
