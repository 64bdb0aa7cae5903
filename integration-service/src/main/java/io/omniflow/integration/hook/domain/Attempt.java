package io.omniflow.integration.hook.domain;

import io.omniflow.integration.delivery.domain.Problem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt as the log keeps it.
 *
 * @param at when it began
 * @param status null when no answer came
 * @param answer the beginning of the answer's body; null when no answer came
 * @param problem null when it succeeded
 */
public record Attempt(
        Instant at,
        Duration took,
        @Nullable Integer status,
        @Nullable String answer,
        @Nullable Problem problem) {

    public static Attempt of(Instant at, Answer answer) {
        return switch (answer) {
            case Answer.Taken(int status, String text, Duration took) -> new Attempt(at, took, status, text, null);
            case Answer.Refused refused ->
                new Attempt(at, refused.took(), refused.status(), refused.text(), refused.problem());
            case Answer.Silent(Problem problem, Duration took) -> new Attempt(at, took, null, null, problem);
        };
    }
}
