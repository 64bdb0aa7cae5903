package io.omniflow.integration.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.sync.domain.CallResult;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Jira's answers as the suite's results. */
final class JiraResults {
    private JiraResults() {}

    /** @param reading empty when the answer lacks what it must have */
    static <T> CallResult<T> of(JiraAnswer answer, Function<JsonNode, Optional<T>> reading) {
        return switch (answer) {
            case JiraAnswer.Data(JsonNode data) ->
                reading.apply(data)
                        .<CallResult<T>>map(CallResult.Done::new)
                        .orElseGet(() -> new CallResult.Unclear<>(
                                Problem.unclear("Jira's answer lacks what it must have"), Optional.empty()));
            case JiraAnswer.Missing(String message) -> new CallResult.Missing<>(Problem.missing(message));
            case JiraAnswer.Unauthorized(String message) -> new CallResult.Refused<>(Problem.unauthorized(message));
            case JiraAnswer.Refused(String message, var _) -> new CallResult.Refused<>(Problem.refused(message));
            case JiraAnswer.Throttled(String message, var pause) ->
                new CallResult.Unclear<>(Problem.throttled(message), pause);
            case JiraAnswer.Unclear(String message, var pause) ->
                new CallResult.Unclear<>(Problem.unclear(message), pause);
            case JiraAnswer.NotSent(String message, Duration pause) ->
                new CallResult.HeldBack<>(Problem.unclear(message), pause);
        };
    }

    /** Goes on when it is done; what went wrong stays what it is. */
    static <A, B> Uni<CallResult<B>> then(CallResult<A> result, Function<A, Uni<CallResult<B>>> next) {
        return switch (result) {
            case CallResult.Done<A>(A value) -> next.apply(value);
            case CallResult.Missing<A>(Problem problem) -> item(new CallResult.Missing<>(problem));
            case CallResult.Unclear<A>(Problem problem, var pause) -> item(new CallResult.Unclear<>(problem, pause));
            case CallResult.HeldBack<A>(Problem problem, Duration pause) ->
                item(new CallResult.HeldBack<>(problem, pause));
            case CallResult.Refused<A>(Problem problem) -> item(new CallResult.Refused<>(problem));
        };
    }

    static <T> Uni<CallResult<T>> done(T value) {
        return item(new CallResult.Done<>(value));
    }

    static <T> Uni<CallResult<T>> refused(String message) {
        return item(new CallResult.Refused<>(Problem.refused(message)));
    }

    private static <T> Uni<CallResult<T>> item(CallResult<T> result) {
        return Uni.createFrom().item(result);
    }
}
