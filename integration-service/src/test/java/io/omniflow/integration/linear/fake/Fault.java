package io.omniflow.integration.linear.fake;

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

    static Fault tooManyRequests(Map<String, String> headers) {
        return new Answer(Effect.NONE, 429, headers, rateLimited());
    }

    /** The rate limit as GraphQL tells it, under another HTTP status. */
    static Fault rateLimited(int status, Map<String, String> headers) {
        return new Answer(Effect.NONE, status, headers, rateLimited());
    }

    static Fault serverError(Effect effect) {
        return new Answer(effect, 500, Map.of(), "<html>Internal server error</html>");
    }

    static Fault malformed(Effect effect) {
        return new Answer(effect, 200, Map.of(), "{\"data\": {\"issueCr");
    }

    static Fault error(String type, String message) {
        return new Answer(
                Effect.NONE,
                200,
                Map.of(),
                "{\"errors\":[{\"message\":\"%s\",\"extensions\":{\"type\":\"%s\"}}],\"data\":null}"
                        .formatted(message, type));
    }

    private static String rateLimited() {
        return "{\"errors\":[{\"message\":\"Rate limit exceeded\",\"extensions\":"
                + "{\"type\":\"ratelimited\",\"code\":\"RATELIMITED\",\"userError\":true}}],\"data\":null}";
    }
}
