package io.omniflow.ticket.rule;

import io.omniflow.kit.problem.FieldError;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is told of a failure to those who keep rules: what they can mend, and nothing of the insides. */
final class Problem {
    private Problem() {}

    static String of(Throwable failure) {
        return switch (failure) {
            case RuleFailed failed -> of(failed.cause());
            case HttpProblem problem -> detail(problem);
            default -> "It could not be done";
        };
    }

    private static String detail(HttpProblem problem) {
        String detail = Objects.requireNonNullElse(problem.getDetail(), "It was refused");
        return problem.getParameters().get("errors") instanceof List<?> errors && !errors.isEmpty()
                ? detail + ": "
                        + errors.stream()
                                .filter(FieldError.class::isInstance)
                                .map(FieldError.class::cast)
                                .map(error -> error.pointer() + " " + error.detail())
                                .collect(Collectors.joining("; "))
                : detail;
    }
}
