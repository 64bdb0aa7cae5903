package io.omniflow.merge.merging.rest;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.http.Prefer;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.merge.merging.domain.Merge;
import io.omniflow.merge.merging.domain.MergeState;
import io.omniflow.merge.merging.domain.Refusal;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How merges are answered. */
final class MergeAnswers {
    static final String PATH = "/api/v1/merges";

    private MergeAnswers() {}

    static Response shown(Merge merge, Instant now) {
        return answer(Response.ok(), merge, now);
    }

    /** To a request that is on its way. */
    static Response accepted(Merge merge, Instant now) {
        return answer(Response.accepted().location(address(merge)), merge, now);
    }

    /** To a caller who waited for a merge: 201 once it is made, the reason why it was refused, or 202. */
    static Response awaitedMerge(Merge merge, Instant now, Duration patience) {
        return switch (merge.state()) {
            case MergeState.Requested _ -> waited(accepted(merge, now), patience);
            case MergeState.Rejected rejected -> throw refusal(merge, rejected.why());
            case MergeState.Completed _, MergeState.UndoRequested _, MergeState.Undone _ ->
                waited(answer(Response.created(address(merge)), merge, now), patience);
        };
    }

    /** To a caller who waited for an undo: 200 once it is done, the reason why it was refused, or 202. */
    static Response awaitedUndo(Merge merge, Instant now, Duration patience) {
        MergeState state = merge.state();
        if (state instanceof MergeState.Completed(Instant _, MergeState.RefusedUndo refused) && refused != null) {
            throw refusal(merge, refused.why());
        }
        return waited(state.stage() == MergeState.Stage.UNDONE ? shown(merge, now) : accepted(merge, now), patience);
    }

    /** The merge an answer of {@link #accepted}, or its repetition, is about. */
    static UUID idIn(Response accepted) {
        String location = accepted.getHeaderString(HttpHeaders.LOCATION);
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    /** {@code merge} is the one that was refused, {@code mergeId} the one in its way. */
    private static HttpProblem refusal(Merge merge, Refusal why) {
        HttpProblem.Builder problem = HttpProblem.builder(Problems.of(why.status(), why.type(), why.detail()))
                .with("merge", merge.id());
        if (why.pointer() != null) {
            problem.with("errors", List.of(new FieldError(why.pointer(), why.detail())));
        }
        if (why.destination() != null) {
            problem.with("destination", why.destination());
        }
        if (why.mergeId() != null) {
            problem.with("mergeId", why.mergeId());
        }
        return problem.build();
    }

    private static Response waited(Response answer, Duration patience) {
        return Response.fromResponse(answer)
                .header(Prefer.APPLIED, "wait=" + patience.toSeconds())
                .build();
    }

    private static URI address(Merge merge) {
        return URI.create(PATH + "/" + merge.id());
    }

    private static Response answer(Response.ResponseBuilder answer, Merge merge, Instant now) {
        return answer.entity(MergeView.of(merge, now))
                .header(HttpHeaders.ETAG, ETags.of(merge.version()))
                .build();
    }
}
