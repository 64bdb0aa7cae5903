package io.omniflow.integration.hook.rest;

import io.omniflow.integration.hook.domain.Answer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code state} is {@code works} or {@code broken}; {@code message} says in plain words what came back. */
record PingView(
        String state,
        String message,
        @Nullable Integer status,
        @Nullable String answer,
        Duration took) {
    private static final String WORKS = "works";
    private static final String BROKEN = "broken";

    static PingView of(Answer answer) {
        return switch (answer) {
            case Answer.Taken(int status, String text, Duration took) ->
                new PingView(
                        WORKS,
                        "The endpoint took the message: it answered " + status + " after " + took.toMillis() + " ms.",
                        status,
                        text,
                        took);
            case Answer.Refused refused ->
                new PingView(
                        BROKEN, refused.problem().detail() + ".", refused.status(), refused.text(), refused.took());
            case Answer.Silent(var problem, Duration took) ->
                new PingView(BROKEN, problem.detail() + ".", null, null, took);
        };
    }
}
