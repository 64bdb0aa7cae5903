package io.omniflow.integration.linear;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.sync.domain.CallResult;
import java.util.Optional;
import java.util.function.Function;

/** Linear's answers as results. */
final class LinearResults {
    private LinearResults() {}

    /** @param value empty when the data does not hold what was asked for */
    static <T> CallResult<T> of(LinearAnswer answer, Function<JsonNode, Optional<T>> value) {
        return switch (answer) {
            case LinearAnswer.Data(JsonNode data) ->
                value.apply(data)
                        .<CallResult<T>>map(CallResult.Done::new)
                        .orElseGet(() -> new CallResult.Unclear<>(
                                Problem.unclear("Linear did not say what became of it"), Optional.empty()));
            case LinearAnswer.Unauthorized(String message) -> new CallResult.Refused<>(Problem.unauthorized(message));
            case LinearAnswer.Refused(String message) -> new CallResult.Refused<>(Problem.refused(message));
            case LinearAnswer.Throttled(String message, var pause) ->
                new CallResult.Unclear<>(Problem.throttled(message), pause);
            case LinearAnswer.Unclear(String message, var pause) ->
                new CallResult.Unclear<>(Problem.unclear(message), pause);
            case LinearAnswer.NotSent(String message, var pause) ->
                new CallResult.HeldBack<>(Problem.unclear(message), pause);
        };
    }
}
