package io.omniflow.integration.hook;

import io.omniflow.integration.hook.domain.Activity;
import io.omniflow.integration.hook.domain.Endpoint;
import io.omniflow.integration.hook.domain.EndpointId;
import io.omniflow.integration.hook.domain.HookDelivery;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Sends again what was sent before, under the same id, so that a receiver can tell. */
@ApplicationScoped
public class ReplayDeliveries {
    private final Endpoints endpoints;
    private final HookDeliveries deliveries;
    private final HookSignal signal;
    private final Clock clock;

    ReplayDeliveries(Endpoints endpoints, HookDeliveries deliveries, HookSignal signal, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.signal = signal;
        this.clock = clock;
    }

    public Uni<HookDelivery> replay(WorkspaceId workspace, EndpointId id, UUID message) {
        return deliveries
                .find(workspace, id, message)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The delivery")))
                .flatMap(_ -> enabled(workspace, id))
                .flatMap(_ -> deliveries.replay(workspace, id, message, clock.instant()))
                .map(replayed -> replayed.orElseThrow(
                        () -> Problems.conflict("delivery-under-way", "It is being attempted right now")))
                .invoke(signal::wake);
    }

    /** Those that failed and were made since then; tells how many. */
    public Uni<Integer> replayFailed(WorkspaceId workspace, EndpointId id, Instant since) {
        return enabled(workspace, id)
                .flatMap(_ -> deliveries.replayFailed(workspace, id, since, clock.instant()))
                .invoke(signal::wake);
    }

    private Uni<Endpoint> enabled(WorkspaceId workspace, EndpointId id) {
        return endpoints
                .find(workspace, id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The webhook endpoint")))
                .invoke(endpoint -> {
                    if (endpoint.terms().activity() == Activity.DISABLED) {
                        throw Problems.conflict("endpoint-disabled", "Enable the endpoint first");
                    }
                });
    }
}
