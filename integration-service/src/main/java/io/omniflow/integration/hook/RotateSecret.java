package io.omniflow.integration.hook;

import io.omniflow.integration.hook.domain.Endpoint;
import io.omniflow.integration.hook.domain.EndpointId;
import io.omniflow.integration.hook.domain.SigningSecrets;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gives an endpoint a new secret. The old one signs along for a while, so that no message is refused meanwhile. */
@ApplicationScoped
public class RotateSecret {
    private final Transactions transactions;
    private final Endpoints endpoints;
    private final NewSecrets secrets;
    private final HookEvents events;
    private final HookConfig config;
    private final Outbox outbox;
    private final Clock clock;

    RotateSecret(
            Transactions transactions,
            Endpoints endpoints,
            NewSecrets secrets,
            HookEvents events,
            HookConfig config,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.events = events;
        this.config = config;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<OpenEndpoint> rotate(WorkspaceId workspace, EndpointId id, Optional<Long> expected, Origin origin) {
        return transactions.write(transaction -> endpoints
                .openForChange(transaction, workspace, id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The webhook endpoint")))
                .invoke(before -> ETags.check(expected, before.endpoint().version()))
                .flatMap(before -> {
                    OpenEndpoint after = rotated(before, clock.instant());
                    Endpoint shown = before.endpoint();
                    return endpoints
                            .saveWithSecrets(transaction, after)
                            .call(() -> outbox.append(
                                    transaction, List.of(events.changed(shown, after.endpoint(), origin))))
                            .replaceWith(after);
                }));
    }

    private OpenEndpoint rotated(OpenEndpoint before, Instant now) {
        SigningSecrets after = before.secrets().rotated(secrets.next(), now, now.plus(config.secretOverlap()));
        return new OpenEndpoint(before.endpoint().rotated(now), after);
    }
}
