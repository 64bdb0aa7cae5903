package io.omniflow.integration.hook;

import io.omniflow.integration.hook.domain.Endpoint;
import io.omniflow.integration.hook.domain.EndpointId;
import io.omniflow.integration.hook.domain.EndpointTerms;
import io.omniflow.integration.hook.domain.SigningSecrets;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.time.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

@ApplicationScoped
public class AddEndpoint {
    private final Endpoints endpoints;
    private final NewSecrets secrets;
    private final HookEvents events;
    private final Outbox outbox;
    private final Clock clock;

    AddEndpoint(Endpoints endpoints, NewSecrets secrets, HookEvents events, Outbox outbox, Clock clock) {
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<Endpoint> add(SqlClient transaction, WorkspaceId workspace, EndpointTerms terms, Origin origin) {
        // Facts carry milliseconds, and one that happens in the same millisecond is to be sent.
        Endpoint added = Endpoint.create(
                workspace, new EndpointId(Ids.next()), terms, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return endpoints
                .add(transaction, new OpenEndpoint(added, SigningSecrets.first(secrets.next())))
                .call(() -> outbox.append(transaction, List.of(events.added(added, origin))))
                .replaceWith(added);
    }
}
