package io.omniflow.merge.merging.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.IdempotentCalls;
import io.omniflow.kit.http.Prefer;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.merge.merging.AwaitMerge;
import io.omniflow.merge.merging.CannotUndo;
import io.omniflow.merge.merging.Merges;
import io.omniflow.merge.merging.RequestUndo;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The undo of a merge as a call, wherever it comes from. */
@ApplicationScoped
class UndoCalls {
    private static final String OPERATION = "merges.undo";

    private final Correlations correlations;
    private final IdempotentCalls calls;
    private final RequestUndo undo;
    private final AwaitMerge await;
    private final Clock clock;

    UndoCalls(Correlations correlations, IdempotentCalls calls, RequestUndo undo, AwaitMerge await, Clock clock) {
        this.correlations = correlations;
        this.calls = calls;
        this.undo = undo;
        this.await = await;
        this.clock = clock;
    }

    /** What the caller said in headers. */
    record Headers(@Nullable String key, @Nullable String prefer) {}

    /** What a key stands for: there is no body to compare. */
    record Undo(UUID merge) {}

    Uni<Response> undo(Caller caller, UUID merge, Headers headers) {
        Origin origin = correlations.originOf(caller);
        Duration patience = Prefer.wait(headers.prefer());
        return calls.once(caller, headers.key(), OPERATION, new Undo(merge), transaction -> undo.request(
                                transaction, caller, merge, origin)
                        .map(asked -> MergeAnswers.accepted(asked, clock.instant())))
                .onFailure(CannotUndo.class)
                .transform(refused -> ObstacleProblems.of(refused.why()))
                .flatMap(accepted -> patience.isZero()
                        ? Uni.createFrom().item(accepted)
                        : await.await(new Merges.Id(caller.workspace(), MergeAnswers.idIn(accepted)), patience)
                                .map(found -> MergeAnswers.awaitedUndo(found, clock.instant(), patience)));
    }
}
