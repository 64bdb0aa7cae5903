package io.omniflow.integration.jira.fake;

import java.time.Duration;
import java.util.Map;

/** What goes wrong with one call. */
public sealed interface Fault {

    /** Whether the call takes effect before it goes wrong. */
    enum Effect {
        NONE,
        DONE
    }

    /** Answers this instead of the truth. */
    record Answer(Effect effect, int status, Map<String, String> headers, String body) implements Fault {}

    /** Never answers. */
    record Silence(Effect effect) implements Fault {}

    /** Answers the truth, late. */
    record Slowness(Duration delay) implements Fault {}

    /** Begins to tell the truth at once and never comes to its end. */
    record EndlessBody() implements Fault {}

    static Fault tooManyRequests(Map<String, String> headers) {
        return new Answer(Effect.NONE, 429, headers, "{\"errorMessages\":[\"Rate limit exceeded.\"],\"errors\":{}}");
    }

    static Fault serverError(Effect effect) {
        return new Answer(effect, 500, Map.of(), "<html>Oops, you've found a dead link.</html>");
    }

    static Fault unavailable(String retryAfter) {
        return new Answer(Effect.NONE, 503, Map.of("Retry-After", retryAfter), "");
    }

    static Fault malformed(Effect effect) {
        return new Answer(effect, 201, Map.of(), "{\"id\": \"100");
    }

    static Fault refusal(String field, String message) {
        return new Answer(
                Effect.NONE,
                400,
                Map.of(),
                "{\"errorMessages\":[],\"errors\":{\"%s\":\"%s\"}}".formatted(field, message));
    }

    static Fault forbidden(String message) {
        return new Answer(Effect.NONE, 403, Map.of(), "{\"errorMessages\":[\"%s\"],\"errors\":{}}".formatted(message));
    }
}
