package io.omniflow.integration.slack;

import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.sync.domain.CallResult;
import java.util.Optional;

/** Answers without what was asked for, as results of a call. */
final class SlackResults {
    private SlackResults() {}

    static <T> CallResult<T> noData(SlackAnswer answer) {
        return switch (answer) {
            case SlackAnswer.Data _ ->
                new CallResult.Unclear<>(Problem.unclear("Slack's answer was empty"), Optional.empty());
            case SlackAnswer.Unauthorized(var _, String message) ->
                new CallResult.Refused<>(Problem.unauthorized(message));
            case SlackAnswer.Refused(var _, String message) -> new CallResult.Refused<>(Problem.refused(message));
            case SlackAnswer.Throttled(String message, var pause) ->
                new CallResult.Unclear<>(Problem.throttled(message), pause);
            case SlackAnswer.Unclear(String message, var pause) ->
                new CallResult.Unclear<>(Problem.unclear(message), pause);
            case SlackAnswer.NotSent(String message, var pause) ->
                new CallResult.HeldBack<>(Problem.unclear(message), pause);
        };
    }
}
