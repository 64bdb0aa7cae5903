package io.omniflow.integration.hook;

import io.omniflow.integration.hook.domain.Answer;
import io.omniflow.integration.hook.domain.EndpointId;
import io.omniflow.integration.hook.domain.HookCall;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.omniflow.kit.time.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** Sends a message of no meaning at once, also to a disabled endpoint; nothing is stored or repeated. */
@ApplicationScoped
public class TryEndpoint {
    private final Endpoints endpoints;
    private final HookPost post;
    private final Clock clock;

    TryEndpoint(Endpoints endpoints, HookPost post, Clock clock) {
        this.endpoints = endpoints;
        this.post = post;
        this.clock = clock;
    }

    /** @param body the message's JSON, given when it is sent */
    public Uni<Answer> ping(WorkspaceId workspace, EndpointId id, Function<Instant, String> body) {
        return endpoints
                .open(workspace, id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The webhook endpoint")))
                .flatMap(open -> {
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                    return post.post(new HookCall(
                            open.endpoint().terms().url(),
                            Ids.next(),
                            now,
                            body.apply(now),
                            open.secrets().valid(now),
                            1));
                });
    }
}
