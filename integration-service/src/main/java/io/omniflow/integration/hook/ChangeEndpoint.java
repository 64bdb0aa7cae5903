package io.omniflow.integration.hook;

import io.omniflow.integration.hook.domain.Endpoint;
import io.omniflow.integration.hook.domain.EndpointId;
import io.omniflow.integration.hook.domain.EndpointTerms;
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
public class ChangeEndpoint {
    private final Transactions transactions;
    private final Endpoints endpoints;
    private final HookEvents events;
    private final HookSignal signal;
    private final Outbox outbox;
    private final Clock clock;

    ChangeEndpoint(
            Transactions transactions,
            Endpoints endpoints,
            HookEvents events,
            HookSignal signal,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.events = events;
        this.signal = signal;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A change that changes nothing keeps the version and makes no event. What waited while the endpoint was disabled goes
     * on when it is enabled.
     *
     * @param expected the version the caller has read, if it insists on one
     * @param change what the endpoint shall be, given what it is
     */
    public Uni<Endpoint> change(
            WorkspaceId workspace,
            EndpointId id,
            Optional<Long> expected,
            Function<EndpointTerms, EndpointTerms> change,
            Origin origin) {
        return transactions
                .write(transaction -> endpoints
                        .openForChange(transaction, workspace, id)
                        .map(found -> found.orElseThrow(() -> Problems.notFound("The webhook endpoint"))
                                .endpoint())
                        .invoke(before -> ETags.check(expected, before.version()))
                        .flatMap(before -> {
                            Endpoint after = before.changed(change.apply(before.terms()), clock.instant());
                            if (after.equals(before)) {
                                return Uni.createFrom().item(before);
                            }
                            return endpoints
                                    .save(transaction, after)
                                    .call(() ->
                                            outbox.append(transaction, List.of(events.changed(before, after, origin))))
                                    .replaceWith(after);
                        }))
                .invoke(signal::wake);
    }
}
