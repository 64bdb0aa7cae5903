package io.omniflow.integration.incoming;

import io.omniflow.integration.connection.Connections;
import io.omniflow.integration.connection.SealedConnection;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Connections read a moment ago, sealed, so that a burst of webhooks does not read the same one each time. */
@ApplicationScoped
class KnownConnections {
    private final Map<ConnectionId, Known> known = new ConcurrentHashMap<>();
    private final Connections connections;
    private final IncomingConfig config;
    private final Clock clock;

    KnownConnections(Connections connections, IncomingConfig config, Clock clock) {
        this.connections = connections;
        this.config = config;
        this.clock = clock;
    }

    private record Known(SealedConnection connection, Instant until) {}

    /** Empty when it is not at hand; it may be there all the same. */
    Optional<SealedConnection> atHand(ConnectionId id) {
        @Nullable Known found = known.get(id);
        return found == null || !clock.instant().isBefore(found.until())
                ? Optional.empty()
                : Optional.of(found.connection());
    }

    /** As it is stored now. */
    Uni<Optional<SealedConnection>> read(ConnectionId id) {
        return connections.sealed(id).invoke(found -> found.ifPresentOrElse(this::keep, () -> known.remove(id)));
    }

    private void keep(SealedConnection connection) {
        if (known.size() >= config.connectionsAtHand()) {
            known.clear();
        }
        known.put(
                connection.connection().id(),
                new Known(connection, clock.instant().plus(config.connectionsServe())));
    }
}
